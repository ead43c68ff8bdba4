import type { EngineClient } from '#shared/contract/contract.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { formatsOf, type OutputFormat, type OutputKind, type OutputResult, outputFormats } from '#shared/domain/outputs.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { refuse } from '../../engine/refuse.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';
import { oneOf } from '../cli-error.ts';

export interface ExportOptions {
  readonly format?: string;
  /** A workshop, a draft or a version: by its id or its title. */
  readonly about?: string;
  /** A saved choice by its name. */
  readonly profile?: string;
}

/** Writes an output of a project to a file, in the language asked for; the format is the one asked for, else that of the file's ending. */
export function exportOutput(context: CliContext, file: string, kind: OutputKind, out: string, options: ExportOptions = {}): Promise<VerbAnswer> {
  const format = formatOf(kind, out, options.format);
  return withCliEngine(context, async ({ client, hand, open }) => {
    await open(file, { onlyReads: true });
    const about = options.about === undefined ? null : await aboutOf(client, kind, options.about);
    const profileId = options.profile === undefined ? null : await profileOf(client, kind, options.profile);
    const result = await context.follow(
      await client.outputs.make({ kind, language: context.language, about, profileId, ...(format ? { format } : {}), file: await hand(out) }),
    );
    return { value: outputValue(result, context.language), text: outputText(context, result) };
  });
}

function formatOf(kind: OutputKind, out: string, asked: string | undefined): OutputFormat | null {
  if (asked !== undefined) return oneOf('--format', asked, formatsOf(kind));
  const ending = out.slice(out.lastIndexOf('.') + 1).toLowerCase();
  return outputFormats.find((format) => format === ending) ?? null;
}

async function aboutOf(client: EngineClient, kind: OutputKind, typed: string): Promise<string> {
  if (idSchema.safeParse(typed).success) return typed;
  const known = (await client.outputs.abouts()).filter((about) => about.kind === kind);
  const found = known.find(({ title }) => plainWords(title) === plainWords(typed));
  return found?.id ?? refuse('cli/bad-option', { option: '--about', value: typed, allowed: known.map(({ title }) => title).join(', ') });
}

async function profileOf(client: EngineClient, kind: OutputKind, typed: string): Promise<string> {
  const known = (await client.outputProfiles.list()).filter((profile) => profile.kind === kind);
  const found = known.find(({ id, name }) => id === typed || plainWords(name) === plainWords(typed));
  return found?.id ?? refuse('cli/bad-option', { option: '--profile', value: typed, allowed: known.map(({ name }) => name).join(', ') });
}

/** An output without the token that only this process knows. */
export const outputValue = ({ file: _token, ...result }: OutputResult, language: string) => ({ ...result, language });

export function outputText({ t, formats }: CliContext, { path, pageCount, byteCount }: OutputResult): string {
  const size = formats.count(Math.ceil(byteCount / 1024));
  return pageCount === null ? t('cli.export.done', { path, size }) : t('cli.export.done-pages', { path, size, pages: pageCount });
}
