import type { OutputKind, OutputResult } from '#shared/domain/outputs.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';

/** Writes an output of a project to a file, in the language asked for. */
export function exportOutput(context: CliContext, file: string, kind: OutputKind, out: string): Promise<VerbAnswer> {
  return withCliEngine(context, async ({ client, hand, open }) => {
    await open(file, { onlyReads: true });
    const result = await context.follow(await client.outputs.make({ kind, language: context.language, file: await hand(out) }));
    return { value: outputValue(result, context.language), text: outputText(context, result) };
  });
}

/** An output without the token that only this process knows. */
export const outputValue = ({ file: _token, ...result }: OutputResult, language: string) => ({ ...result, language });

export function outputText({ t, formats }: CliContext, { path, pageCount, byteCount }: OutputResult): string {
  const size = formats.count(Math.ceil(byteCount / 1024));
  return pageCount === null ? t('cli.export.done', { path, size }) : t('cli.export.done-pages', { path, size, pages: pageCount });
}
