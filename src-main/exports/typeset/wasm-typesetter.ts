import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import initCompiler, { type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { TypesetError, type TypesetOptions, type Typesetter } from './typesetter.ts';

/** The compiler's word for «diagnostics with file, range and message». */
const fullDiagnostics = 3;

interface Compiled {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly { path?: string; range?: string; message?: string }[];
}

/** Typst as WebAssembly: on every machine, slower, and without PDF/UA-1. */
export async function loadWasmTypesetter(): Promise<Typesetter> {
  const require = createRequire(import.meta.url);
  await initCompiler({ module_or_path: readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm')) });
  const prepare = async (options: TypesetOptions): Promise<TypstCompiler> => {
    const builder = new TypstCompilerBuilder();
    builder.set_dummy_access_model();
    for (const font of options.fonts) await builder.add_raw_font(font);
    const compiler = await builder.build();
    for (const [name, bytes] of options.files) {
      if (name.endsWith('.typ')) compiler.add_source(`/${name}`, new TextDecoder().decode(bytes));
      else compiler.map_shadow(`/${name}`, bytes);
    }
    return compiler;
  };
  const compile = (compiler: TypstCompiler, options: TypesetOptions, format: 'pdf' | 'vector'): Uint8Array => {
    const { result, diagnostics }: Compiled = compiler.compile(`/${options.main}`, [['strict', options.isStrict ? 'yes' : 'no']], format, fullDiagnostics);
    if (!result) throw new TypesetError((diagnostics ?? []).map((one) => `${one.path ?? ''} ${one.range ?? ''} ${one.message ?? ''}`.trim()).join('; '));
    return result;
  };
  return {
    name: 'webassembly',
    async pdf(options) {
      const compiler = await prepare(options);
      const bytes = compile(compiler, options, 'pdf');
      return { bytes, pageCount: countPages(bytes), isAccessible: false };
    },
    async pageCount(options) {
      return countPages(compile(await prepare(options), options, 'pdf'));
    },
    async vector(options) {
      return compile(await prepare(options), options, 'vector');
    },
  };
}

/** Pages of a PDF by its page tree's root, which Typst writes in plain text. */
function countPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return Math.max(
    0,
    ...[...text.matchAll(/\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages/g)].map((match) => Number(match[1] ?? match[2])),
  );
}
