import type { Ballot } from '#shared/domain/ballots.ts';
import type { SheetField } from './sheet-fields.ts';

/** One number to count: its key in the engine, and which level or choice it stands for (empty: a raised hand for the option itself). */
export interface HandsCell {
  readonly key: string;
  readonly level: number | null;
  readonly choice: string;
}
export interface HandsRow {
  readonly key: string;
  readonly number: number;
  readonly text: string;
  readonly part: SheetField['part'];
  readonly cells: readonly HandsCell[];
}

const levels = [1, 2, 3, 4, 5] as const;

/** What is counted by a show of hands, in the order of the ballot. */
export function handsRows({ kind, settings, options }: Pick<Ballot, 'kind' | 'settings' | 'options'>): HandsRow[] {
  const byLevel = (lead: string): HandsCell[] => levels.map((level) => ({ key: `${lead}:${level}`, level, choice: '' }));
  return options.flatMap((option, place): HandsRow[] => {
    const row = (part: SheetField['part'], cells: readonly HandsCell[]): HandsRow => ({
      key: `${option.id}/${part}`,
      number: place + 1,
      text: option.text,
      part,
      cells,
    });
    if (kind === 'agree' || (kind === 'rating' && settings.times.length === 0)) return [row('level', byLevel(option.id))];
    if (kind === 'rating') return settings.times.map((time) => row(time, byLevel(`${option.id}:${time}`)));
    if (kind === 'grid') return settings.dimensions.map((dimension) => row(dimension, byLevel(`${option.id}:${dimension}`)));
    if (kind !== 'quiz') return [row('level', [{ key: option.id, level: null, choice: '' }])];
    const type = option.quiz?.type;
    if (type === 'level') return [row('level', byLevel(option.id))];
    if (type === 'yes-no')
      return [
        row(
          'level',
          (['yes', 'no'] as const).map((choice) => ({ key: `${option.id}:${choice}`, level: null, choice })),
        ),
      ];
    if (type === 'choice')
      return [
        row(
          'level',
          (option.quiz?.choices ?? []).map((choice, at) => ({ key: `${option.id}:${at}`, level: null, choice })),
        ),
      ];
    return [];
  });
}
