import type { EngineClient } from '#shared/contract/contract.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import type { MergeReport, ReviewItem } from '#shared/domain/merging.ts';
import { fieldWords } from '#shared/i18n/field-words.ts';
import { refuse } from '../../engine/refuse.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';
import { textTable } from '../text-table.ts';

/** Brings copies of a project together, or says what that would do. A file that cannot be brought in is refused before anything is written. */
export function mergeCopies(context: CliContext, file: string, copies: readonly string[], { isPreview }: { isPreview: boolean }): Promise<VerbAnswer> {
  return withCliEngine(context, async ({ client, hand, open }) => {
    await open(file);
    const files = await Promise.all(copies.map(hand));
    await refuseUnfit(client, files);
    const report = await context.follow(await client.merging[isPreview ? 'preview' : 'bringTogether']({ files }));
    return { value: { isPreview, ...report }, text: reportText(context, report, isPreview) };
  });
}

async function refuseUnfit(client: EngineClient, files: readonly FileToken[]): Promise<void> {
  for (const file of files) {
    const { problem } = await client.merging.look({ file });
    if (problem) refuse(problem.code, problem.params);
  }
}

function reportText(context: CliContext, report: MergeReport, isPreview: boolean): string {
  const { t, formats, word } = context;
  const { contributions, counts, incidents, reviews, undoneMerge } = report;
  const figure = (title: string) => ({ title, isFigure: true });
  const brought = textTable(
    [{ title: t('groupCopies.list.name') }, { title: t('cli.column.file') }, figure(t('copies.thing.changes'))],
    contributions.map(({ copyName, fileName, changes }) => [copyName, fileName, formats.count(changes)]),
  );
  const differences = textTable(
    [{ title: t('groupCopies.merge.what') }, figure('+'), figure('±'), figure('−')],
    counts.map(({ type, added, changed, removed }) => [word(`history.types.${type}`), formats.count(added), formats.count(changed), formats.count(removed)]),
  );
  return [
    brought,
    '',
    ...(undoneMerge ? [t('groupCopies.merge.undone.body', { when: formats.instant(undoneMerge.at), names: undoneMerge.names }), ''] : []),
    counts.length > 0 ? differences : t('groupCopies.merge.nothing.title'),
    ...(incidents > 0 ? [t('groupCopies.merge.incidents', { count: incidents })] : []),
    ...(reviews.length > 0
      ? ['', t('groupCopies.questions.open', { count: reviews.length }), ...reviews.map((item) => `  ${questionLine(context, item)}`)]
      : []),
    '',
    isPreview ? t('groupCopies.merge.previewNote') : t('groupCopies.merge.done', { count: contributions.length }),
  ].join('\n');
}

function questionLine({ t, word }: CliContext, { type, name, kind, field, writes }: ReviewItem): string {
  const about = `${word(`history.type.${type}`)} ${name || t('history.noName')}`;
  if (kind === 'removal') return `${about}: ${t('groupCopies.questions.removal')}`;
  const answers = writes.map(({ value, linkedName, copyName }) => `“${linkedName ?? value ?? '–'}” (${copyName || t('groupCopies.questions.lead')})`);
  return `${about}, ${fieldWords(t, type, field)}: ${answers.join(' · ')}`;
}
