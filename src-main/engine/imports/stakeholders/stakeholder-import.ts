import type { Progress } from '#shared/domain/outputs.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import {
  type RatingDimension,
  ratingDimensions,
  type Scores,
  type StakeholderInput,
  type StakeholderKind,
  type StakeholderLevel,
  type StakeholderSector,
  stakeholderKinds,
  stakeholderLevels,
  stakeholderSectors,
} from '#shared/domain/stakeholders.ts';
import { ofEachDimension } from '#shared/methods/standings.ts';
import type { ForeignRow } from '../../../imports/foreign-table.ts';
import { contentId } from '../../project/content-id.ts';
import { sql } from '../../project/open-project.ts';
import { addStakeholder, findStakeholder, updateStakeholder } from '../../stakeholders/stakeholders.ts';
import { CategoryQuestions, suggestMeanings } from '../categories/category-questions.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from '../kind-import.ts';
import { meaningOf, meaningsIn } from '../vocabulary.ts';

interface StagedStakeholder {
  /** Of the edition whose place the file takes: the body stays the same one. */
  readonly knownId: string | null;
  readonly input: StakeholderInput;
  readonly scores: Scores;
}

/** Bodies for the register; a score in the file becomes a first rating of nobody in particular. */
export function createStakeholderImport(work: ImportWork): KindImport {
  const { project, fields, problems } = work;
  const staged: StagedStakeholder[] = [];
  const known = project.all(sql.selectFrom('stakeholder').select(['id', 'name', 'dataset_key']));
  const isReplaced = (datasetKey: number | null) => datasetKey !== null && datasetKey === work.replaces?.key;
  const names = new Set(known.filter((row) => !isReplaced(row.dataset_key)).map(({ name }) => plainWords(name)));
  const replaced = new Map(known.filter((row) => isReplaced(row.dataset_key)).map(({ id, name }) => [plainWords(name), id]));
  const questions = new CategoryQuestions();
  const areas = areasByName(work);
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
        level: levelOf(work, row),
        areaIds: areasOf(work, row, areas),
      },
      scores: ofEachDimension((dimension) => scoreOf(work, row, dimension)),
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
        for (const [place, { knownId, input, scores }] of staged.entries()) {
          if (knownId !== null) updateStakeholder(write, knownId, { ...input, ...untold(work, knownId) }, dataset.key);
          const id = knownId ?? addStakeholder(write, input, { id: contentId(dataset.id, place), datasetKey: dataset.key });
          if (ratingDimensions.every((dimension) => scores[dimension] === null)) continue;
          const at = project.nowText();
          const rating = { id: contentId(`${dataset.id} rating`, place), stakeholder_id: id, rater: '', ...scores, rated_at: at, rated_on: at.slice(0, 10) };
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
function scoreOf({ fields, problems, vocabulary }: ImportWork, row: ForeignRow, field: RatingDimension): number | null {
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

/** How far a body reaches, by the application's own word or one of the vocabulary; empty where the file does not tell. */
function levelOf({ fields, problems, vocabulary }: ImportWork, row: ForeignRow): StakeholderLevel | '' {
  const text = fields.text(row, 'level');
  if (text === '') return '';
  const level = stakeholderLevels.find((own) => own === text.toLowerCase()) ?? meaningOf(text, vocabulary.levels);
  if (level) return level;
  problems.add('unknown-level', { row: row.row, column: fields.columnOf('level'), value: text });
  return '';
}

/** Areas by their plain name and by their code; a name that two areas have is nobody's. */
function areasByName({ project }: ImportWork): ReadonlyMap<string, string | null> {
  const areas = new Map<string, string | null>();
  for (const { id, name, code } of project.all(sql.selectFrom('area').select(['id', 'name', 'code']))) {
    for (const word of new Set([plainWords(name), plainWords(code ?? '')])) if (word !== '') areas.set(word, areas.has(word) ? null : id);
  }
  return areas;
}

/** The areas that a cell names, one after the other; a word of the whole city names none. */
function areasOf({ fields, problems, vocabulary }: ImportWork, row: ForeignRow, areas: ReadonlyMap<string, string | null>): string[] {
  const found = new Set<string>();
  const text = fields.text(row, 'areasServed');
  // A name may hold a comma itself.
  for (const name of areas.has(plainWords(text)) ? [text] : text.split(/[,;|/\n،؛]+/)) {
    const plain = plainWords(name);
    if (plain === '' || vocabulary.noArea.has(plain)) continue;
    const id = areas.get(plain);
    if (id) found.add(id);
    else problems.add('unknown-served-area', { row: row.row, column: fields.columnOf('areasServed'), value: name.trim() });
  }
  return [...found];
}

/** What a file without such a column does not take away from a body that stays. */
function untold({ project, fields }: ImportWork, id: string): Partial<Pick<StakeholderInput, 'level' | 'areaIds'>> {
  const { level, areaIds } = findStakeholder(project, id);
  return { ...(fields.columnOf('level') ? {} : { level }), ...(fields.columnOf('areasServed') ? {} : { areaIds }) };
}
