import type { Progress } from '#shared/domain/outputs.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { type StakeholderInput, type StakeholderKind, type StakeholderSector, stakeholderKinds, stakeholderSectors } from '#shared/domain/stakeholders.ts';
import type { ForeignRow } from '../../../imports/foreign-table.ts';
import { contentId } from '../../project/content-id.ts';
import { sql } from '../../project/open-project.ts';
import { addStakeholder, stakeholderColumns } from '../../stakeholders/stakeholders.ts';
import { CategoryQuestions, suggestMeanings } from '../categories/category-questions.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from '../kind-import.ts';
import { meaningOf, meaningsIn } from '../vocabulary.ts';

interface StagedStakeholder {
  /** Of the edition whose place the file takes: the body stays the same one. */
  readonly knownId: string | null;
  readonly input: StakeholderInput;
  readonly power: number | null;
  readonly interest: number | null;
}

/** Bodies for the register; a power or interest in the file becomes a first rating of nobody in particular. */
export function createStakeholderImport(work: ImportWork): KindImport {
  const { project, fields, problems } = work;
  const staged: StagedStakeholder[] = [];
  const known = project.all(sql.selectFrom('stakeholder').select(['id', 'name', 'dataset_key']));
  const isReplaced = (datasetKey: number | null) => datasetKey !== null && datasetKey === work.replaces?.key;
  const names = new Set(known.filter((row) => !isReplaced(row.dataset_key)).map(({ name }) => plainWords(name)));
  const replaced = new Map(known.filter((row) => isReplaced(row.dataset_key)).map(({ id, name }) => [plainWords(name), id]));
  const questions = new CategoryQuestions();
  let rowCount = 0;
  const take = (row: ForeignRow) => {
    rowCount++;
    if (!fields.keeps(row)) return;
    const name = fields.text(row, 'name').slice(0, 500);
    if (name === '') {
      problems.add('missing-name', { row: row.row, column: fields.columnOf('name') });
      return;
    }
    const plain = plainWords(name) || name;
    if (names.has(plain)) {
      problems.add('stakeholder-known', { row: row.row, column: fields.columnOf('name'), value: name });
      return;
    }
    names.add(plain);
    const kind = kindOf(work, row, questions);
    const sector = sectorOf(work, row, name, questions);
    staged.push({
      knownId: replaced.get(plain) ?? null,
      input: {
        name,
        sector,
        kind,
        mandate: fields.text(row, 'mandate').slice(0, 20_000),
        represents: meaningsIn(fields.text(row, 'represents'), work.vocabulary.residentGroups),
        note: fields.text(row, 'note').slice(0, 20_000),
      },
      power: scoreOf(work, row, 'power'),
      interest: scoreOf(work, row, 'interest'),
    });
  };
  async function* finish(): AsyncGenerator<Progress, CheckedImport> {
    yield { step: 'checking', done: staged.length, total: staged.length };
    return {
      ...nothingFound,
      rowCount,
      usableRowCount: staged.length,
      recipe: work.recipe,
      categoryQuestions: questions.list((field, value) =>
        field === 'sector'
          ? suggestMeanings(value, work.vocabulary.sectors, stakeholderSectors)
          : suggestMeanings(value, work.vocabulary.kinds, stakeholderKinds),
      ),
      subjects: ['stakeholders'],
      write: (write, dataset) => {
        for (const [place, { knownId, input, power, interest }] of staged.entries()) {
          if (knownId !== null) {
            write.run(
              sql
                .updateTable('stakeholder')
                .set({ ...stakeholderColumns(input), dataset_key: dataset.key })
                .where('id', '=', knownId),
            );
          }
          const id = knownId ?? addStakeholder(write, input, { id: contentId(dataset.id, place), datasetKey: dataset.key });
          if (power === null && interest === null) continue;
          const rating = { id: contentId(`${dataset.id} rating`, place), stakeholder_id: id, rater: '', power, interest, rated_at: project.nowText() };
          write.run(sql.insertInto('stakeholder_rating').values(rating));
        }
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

function sectorOf({ fields, problems, vocabulary }: ImportWork, row: ForeignRow, name: string, questions: CategoryQuestions): StakeholderSector {
  const text = fields.text(row, 'sector');
  const own = stakeholderSectors.find((sector) => sector === text.toLowerCase().replace(/[\s_]+/g, '-'));
  if (own) return own;
  const known = meaningOf(text, vocabulary.sectors);
  if (known) return known;
  // «Public» says nothing about the sector; the body's own name may.
  const byName = meaningOf(name, vocabulary.sectors);
  if (byName && (text === '' || meaningOf(text, vocabulary.kinds) === 'public-body')) return byName;
  const isOther = ['', 'other', 'otro', 'otra', 'otros', 'autre', 'outro', 'اخري'].includes(plainWords(text));
  if (!isOther) {
    problems.add('unknown-sector', { row: row.row, column: fields.columnOf('sector'), value: text });
    questions.add('sector', fields.columnOf('sector') ?? '', text);
  }
  return 'other';
}

function kindOf({ fields, problems, vocabulary }: ImportWork, row: ForeignRow, questions: CategoryQuestions): StakeholderKind {
  const text = fields.text(row, 'kind');
  if (text === '') return 'organisation';
  const own = stakeholderKinds.find((kind) => kind === text.toLowerCase().replace(/[\s_]+/g, '-'));
  const kind = own ?? meaningOf(text, vocabulary.kinds);
  if (kind) return kind;
  problems.add('unknown-kind', { row: row.row, column: fields.columnOf('kind'), value: text });
  questions.add('kind', fields.columnOf('kind') ?? '', text);
  return 'organisation';
}

/** 1 to 5, as a figure or a word («high», «muy alto», «3/5»). */
function scoreOf({ fields, problems, vocabulary }: ImportWork, row: ForeignRow, field: 'power' | 'interest'): number | null {
  const text = fields.text(row, field);
  if (text === '') return null;
  const figure = Number(/^([1-5])(?:[.,]0+)?(?:\s*(?:\/|of|de|sur)\s*5)?$/.exec(text)?.[1]);
  if (Number.isInteger(figure)) return figure;
  const plain = plainWords(text);
  const score = vocabulary.scores.find(([, words]) => words.includes(plain))?.[0];
  if (score !== undefined) return score;
  problems.add('bad-score', { row: row.row, column: fields.columnOf(field), value: text });
  return null;
}
