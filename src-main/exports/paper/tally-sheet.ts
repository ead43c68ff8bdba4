import type { Ballot } from '#shared/domain/ballots.ts';
import { pairsOf } from '#shared/domain/paper.ts';
import { markGroups, rowsOf } from './ballot-sheets.ts';
import type { MarkColumn, Paper, SheetRow, TallyContent } from './paper-document.ts';
import type { PaperWriter } from './paper-writer.ts';

/** Where people only raise a hand, a column for each group is enough; where they raise it for a level, each group needs a table. */
export function writeTally(writer: PaperWriter, ballot: Ballot): Paper {
  const { t } = writer.context;
  const groups = writer.data.groups.length > 0 ? writer.data.groups.map((group) => group.name) : [t('paper.wholeRoom')];
  const rows = tallyRows(writer, ballot);
  const columnSets = levelColumns(writer, ballot);
  const people = t('paper.peopleCounted');
  const tables: TallyContent['tables'] = columnSets
    ? groups.flatMap((group) => columnSets.map(({ title, columns }) => ({ title: [group, title].filter(Boolean).join(' · '), columns, rows, people })))
    : chunks(groups, 5).map((some) => ({ title: '', columns: some.map((label) => ({ label, picture: '' })), rows, people }));
  return writer.finish(t('paper.tally'), {
    is: 'tally',
    question: ballot.question || t(`ballots.kind.${ballot.kind}`),
    how: t(columnSets ? 'paper.how.tallyLevels' : 'paper.how.tally'),
    foot: writer.foot(),
    tables,
    countedBy: t('paper.countedBy'),
  });
}

function tallyRows(writer: PaperWriter, ballot: Ballot): SheetRow[] {
  const { formats } = writer.context;
  if (ballot.kind === 'pairwise')
    return pairsOf(ballot.options).map(({ first, second }, place) => ({
      number: formats.count(place + 1),
      text: `${first.text} / ${second.text}`,
      picture: '',
    }));
  return rowsOf(writer, ballot);
}

function levelColumns(writer: PaperWriter, ballot: Ballot): { title: string; columns: readonly MarkColumn[] }[] | null {
  const { t } = writer.context;
  if (ballot.kind === 'rating' || ballot.kind === 'agree' || ballot.kind === 'grid')
    return markGroups(writer, ballot).map(({ title, columns }) => ({ title, columns }));
  if (ballot.kind === 'pairwise')
    return [{ title: '', columns: (['first', 'same', 'second'] as const).map((word) => ({ label: t(`ballots.pair.${word}`), picture: '' })) }];
  return null;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) => items.slice(place * size, (place + 1) * size));
}
