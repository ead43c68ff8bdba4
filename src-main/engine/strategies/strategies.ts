import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type Strategy, type StrategyInput, strategySchema } from '#shared/domain/strategies.ts';
import { readAppearance } from '#shared/methods/strategy-scan.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { StrategyReading } from './read-strategy.ts';

const emptyStrategy: StrategyInput = { title: '', body: '', year: null, sector: '', note: '' };

/** The city's other strategies, newest year first, those without one last. */
export function listStrategies(project: OpenProject): Strategy[] {
  const rows = project.all(sql.selectFrom('strategy_document').selectAll().orderBy('id'));
  return rows
    .map((row) => {
      const terms = strategySchema.shape.terms.parse(JSON.parse(row.terms));
      return strategySchema.parse({
        ...row,
        ...{ fileName: row.file_name, wordCount: row.word_count, scannedOn: row.scanned_on, terms, mentions: JSON.parse(row.mentions) },
        ...readAppearance(row.word_count, terms),
      });
    })
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

export function findStrategy(project: OpenProject, id: string): Strategy {
  return listStrategies(project).find((strategy) => strategy.id === id) ?? refuse('object/not-found');
}

/** Adds a strategy, with what its text told where it was read. Returns its id. */
export function addStrategy(write: ChangeWriter, input: Partial<StrategyInput>, reading: StrategyReading | null, today: string): string {
  const id = uuidv7();
  write.run(sql.insertInto('strategy_document').values({ id, ...strategyColumns({ ...emptyStrategy, ...given(input) }) }));
  if (reading) writeReading(write, id, reading, today);
  return id;
}

export function strategyColumns({ title, body, year, sector, note }: StrategyInput) {
  return { title, body, year, sector, note };
}

/** Counts and quotations take the place of those read before. */
export function writeReading(write: ChangeWriter, id: string, reading: StrategyReading, today: string): void {
  const { fileName, sha256, language, wordCount, terms, mentions } = reading;
  write.run(
    sql
      .updateTable('strategy_document')
      .set({
        ...{ file_name: fileName, sha256, language, word_count: wordCount, scanned_on: today },
        ...{ terms: JSON.stringify(terms), mentions: JSON.stringify(mentions) },
      })
      .where('id', '=', id),
  );
}
