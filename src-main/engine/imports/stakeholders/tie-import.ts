import { type TieKind, tieKinds } from '#shared/domain/network.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import type { ForeignRow } from '../../../imports/foreign-table.ts';
import { isSafelySame } from '../../areas/area-names.ts';
import { contentId } from '../../project/content-id.ts';
import { sql } from '../../project/open-project.ts';
import { addTie } from '../../stakeholders/network/ties.ts';
import { CategoryQuestions, suggestMeanings, suggestNames } from '../categories/category-questions.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from '../kind-import.ts';
import { meaningOf } from '../vocabulary.ts';

interface StagedTie {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: TieKind;
  readonly informant: string;
  readonly note: string;
}

const keyOf = ({ fromId, toId, kind, informant }: StagedTie): string => [fromId, toId, kind, informant].join(' ');

/** Ties between bodies of the register. A body that is not in it is asked about, and its row left out until somebody decides. */
export function createTieImport(work: ImportWork): KindImport {
  const { project, fields, problems } = work;
  const bodies = project.all(sql.selectFrom('stakeholder').select(['id', 'name']).where('name', '<>', '').orderBy('id'));
  const book = new BodyBook(bodies);
  const known = project.all(sql.selectFrom('influence_tie').select(['from_id', 'to_id', 'kind', 'informant', 'dataset_key']));
  const kept = known.filter(({ dataset_key }) => dataset_key === null || dataset_key !== work.replaces?.key);
  const seen = new Set(kept.map(({ from_id, to_id, kind, informant }) => [from_id, to_id, kind, informant].join(' ')));
  const questions = new CategoryQuestions();
  const staged: StagedTie[] = [];
  let rowCount = 0;
  const bodyOf = (row: ForeignRow, field: 'from' | 'to'): string | null => {
    const name = fields.text(row, field);
    const place = { row: row.row, column: fields.columnOf(field), value: name };
    if (name === '') {
      problems.add('missing-body', place);
      return null;
    }
    const id = book.find(name);
    if (id !== null) return id;
    problems.add('unknown-body', place);
    questions.add(field, fields.columnOf(field) ?? '', name);
    return null;
  };
  const kindOf = (row: ForeignRow): TieKind | null => {
    const text = fields.text(row, 'kind');
    const own = tieKinds.find((kind) => kind === plainWords(text)) ?? meaningOf(text, work.vocabulary.tieKinds);
    if (own) return own;
    problems.add('unknown-tie-kind', { row: row.row, column: fields.columnOf('kind'), value: text });
    if (text !== '') questions.add('kind', fields.columnOf('kind') ?? '', text);
    return null;
  };
  const take = (row: ForeignRow) => {
    rowCount++;
    if (!fields.keeps(row)) return;
    const [fromId, toId, kind] = [bodyOf(row, 'from'), bodyOf(row, 'to'), kindOf(row)];
    if (fromId === null || toId === null || kind === null) return;
    const tie = { fromId, toId, kind, informant: fields.text(row, 'informant').slice(0, 500), note: fields.text(row, 'note').slice(0, 20_000) };
    const value = `${fields.text(row, 'from')} – ${fields.text(row, 'to')}`;
    if (fromId === toId) problems.add('self-tie', { row: row.row, column: fields.columnOf('to'), value: fields.text(row, 'to') });
    else if (seen.has(keyOf(tie))) problems.add('tie-known', { row: row.row, column: fields.columnOf('from'), value });
    else {
      seen.add(keyOf(tie));
      staged.push(tie);
    }
  };
  async function* finish(): AsyncGenerator<Progress, CheckedImport> {
    yield { step: 'checking', done: staged.length, total: staged.length };
    return {
      ...nothingFound,
      rowCount,
      usableRowCount: staged.length,
      recipe: work.recipe,
      categoryQuestions: questions.list((field, value) =>
        field === 'kind'
          ? suggestMeanings(value, work.vocabulary.tieKinds, tieKinds)
          : suggestNames(
              value,
              bodies.map(({ name }) => [name, name] as const),
            ),
      ),
      subjects: ['stakeholders'],
      write: (write, dataset) => {
        for (const [place, tie] of staged.entries()) addTie(write, project, tie, { id: contentId(dataset.id, place), datasetKey: dataset.key });
      },
    };
  }
  return {
    take: (rows) => {
      for (const row of rows) take(row);
    },
    finish,
  };
}

/** Bodies by name: the same words first, then what can safely be no other. */
class BodyBook {
  readonly #byName = new Map<string, string>();
  readonly #found = new Map<string, string | null>();

  constructor(bodies: readonly { readonly id: string; readonly name: string }[]) {
    for (const { id, name } of bodies) {
      const plain = plainWords(name) || name;
      if (!this.#byName.has(plain)) this.#byName.set(plain, id);
    }
  }

  find(name: string): string | null {
    const plain = plainWords(name) || name;
    const known = this.#found.get(plain);
    if (known !== undefined) return known;
    const alike = [...this.#byName].filter(([own]) => isSafelySame(own, plain));
    const found = this.#byName.get(plain) ?? (alike.length === 1 ? (alike[0]?.[1] ?? null) : null);
    this.#found.set(plain, found);
    return found;
  }
}
