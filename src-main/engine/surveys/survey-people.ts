import type { SurveyGrouping, SurveyQuestionInfo } from '#shared/domain/surveys.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

/** One person asked: the answer to one question and the group of another. */
export interface SurveyPerson {
  /** Null where the survey has weights and this person none; 1 for all where it has none. */
  readonly weight: number | null;
  readonly stratum: string;
  readonly cluster: string;
  readonly answer: string | number | null;
  /** Null = not known. */
  readonly group: string | null;
}

export interface PeopleRequest {
  readonly question: SurveyQuestionInfo;
  readonly by: SurveyGrouping;
  /** The question that groups. */
  readonly groupQuestion: SurveyQuestionInfo | null;
  readonly areaId: string | null;
}

/** People of a survey with the answer and group asked for. Weighted as soon as anybody has a weight. */
export function readPeople(project: OpenProject, { question, by, groupQuestion, areaId }: PeopleRequest): { people: SurveyPerson[]; isWeighted: boolean } {
  const { key } = project.found(sql.selectFrom('dataset').select('key').where('id', '=', question.datasetId).where('kind', '=', 'survey'));
  const areas = by.kind === 'area' ? areaOfPlaces(project, by.layerId) : null;
  const inside = areaId === null ? null : placesOfArea(project, areaId);
  const rows = project.all(
    sql.selectFrom('respondent').select(['place_key', 'weight', 'stratum', 'cluster', 'year', 'answers']).where('dataset_key', '=', key).orderBy('key'),
  );
  const isWeighted = rows.some(({ weight }) => weight !== null && weight > 0);
  const people: SurveyPerson[] = [];
  for (const row of rows) {
    if (inside && !inside.has(row.place_key)) continue;
    const answers = JSON.parse(row.answers) as (string | number | null)[];
    const group = () => {
      if (by.kind === 'area') return areas?.get(row.place_key) ?? null;
      if (by.kind === 'stratum') return row.stratum || null;
      if (by.kind === 'year') return row.year === null ? null : String(row.year);
      return groupQuestion ? groupCode(groupQuestion, answers[groupQuestion.position] ?? null) : '';
    };
    people.push({
      weight: isWeighted ? (row.weight !== null && row.weight > 0 ? row.weight : null) : 1,
      stratum: row.stratum,
      cluster: row.cluster,
      answer: answers[question.position] ?? null,
      group: group(),
    });
  }
  return { people, isWeighted };
}

function groupCode(question: SurveyQuestionInfo, answer: string | number | null): string | null {
  const option = question.options.find(({ code }) => code === String(answer ?? ''));
  return !option || option.isMissing ? null : option.code;
}

function areaOfPlaces(project: OpenProject, layerId: string): Map<number, string> {
  const rows = project.all(
    sql
      .selectFrom('place_area as p')
      .innerJoin('area as a', 'a.key', 'p.area_key')
      .innerJoin('area_layer as l', 'l.key', 'p.layer_key')
      .select(['p.place_key', 'a.id'])
      .where('l.id', '=', layerId),
  );
  if (rows.length === 0) refuse('areas/unknown-layer', { layer: layerId });
  return new Map(rows.map(({ place_key, id }) => [place_key, id]));
}

function placesOfArea(project: OpenProject, areaId: string): Set<number> {
  return new Set(
    project
      .all(sql.selectFrom('place_area as p').innerJoin('area as a', 'a.key', 'p.area_key').select('p.place_key').where('a.id', '=', areaId))
      .map(({ place_key }) => place_key),
  );
}
