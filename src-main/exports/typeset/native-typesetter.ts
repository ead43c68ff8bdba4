import type { CompileDocArgs, NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { TypesetError, type TypesetOptions, type Typesetter } from './typesetter.ts';

/** A folder that need not exist: every file is handed over in memory, and paths outside it are refused. */
const workspace = process.platform === 'win32' ? 'C:\\city-safety' : '/city-safety';
const pathOf = (name: string) => (process.platform === 'win32' ? `${workspace}\\${name.replaceAll('/', '\\')}` : `${workspace}/${name}`);

/** The native package, which is an optional dependency; null where it is absent or made for another machine. */
export async function loadNativeTypesetter(): Promise<Typesetter | null> {
  let native: { NodeCompiler: typeof NodeCompiler };
  try {
    native = await import('@myriaddreamin/typst-ts-node-compiler');
  } catch {
    return null;
  }
  const compile = (options: TypesetOptions): { compiler: NodeCompiler; document: NodeTypstDocument } => {
    const compiler = native.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: options.fonts.map((font) => Buffer.from(font)) }] });
    for (const [name, bytes] of options.files) {
      if (name.endsWith('.typ')) compiler.addSource(pathOf(name), new TextDecoder().decode(bytes));
      else compiler.mapShadow(pathOf(name), Buffer.from(bytes));
    }
    const request: CompileDocArgs = { mainFilePath: pathOf(options.main), inputs: { strict: options.isStrict ? 'yes' : 'no' } };
    const result = compiler.compile(request);
    const error = result.takeError() ?? (result.result ? null : result.takeDiagnostics());
    if (!result.result) throw new TypesetError(error ? detailOf(compiler.fetchDiagnostics(error)) : 'no document');
    return { compiler, document: result.result };
  };
  return {
    name: 'native',
    async pdf(options) {
      const { compiler, document } = compile(options);
      const request = { creationTimestamp: options.createdAt };
      const pageCount = document.numOfPages;
      try {
        return { bytes: compiler.pdf(document, { ...request, pdfStandard: 'ua-1' }), pageCount, isAccessible: true };
      } catch (error) {
        // A name in a script that no font here has must not keep a city from its report: the file then says nothing about PDF/UA.
        if (options.isStrict) throw new TypesetError(detailOf([error]));
        return { bytes: compiler.pdf(document, request), pageCount, isAccessible: false };
      }
    },
    async pageCount(options) {
      return compile(options).document.numOfPages;
    },
    async vector(options) {
      const { compiler, document } = compile(options);
      return compiler.vector(document);
    },
  };
}

function detailOf(diagnostics: readonly unknown[]): string {
  return diagnostics.map((one) => (one instanceof Error ? `${one.name} ${one.message}` : JSON.stringify(one))).join('; ');
}
