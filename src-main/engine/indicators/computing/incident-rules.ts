import { factInput, isUndefined } from '#shared/domain/figure-facts.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { harmIndex, harmIndexVersion, harmPerThousand } from '#shared/methods/harm-index.ts';
import { proportionOf, proportionsVersion } from '#shared/methods/proportions.ts';
import { listOffenceCounts } from '../../incidents/incident-overview.ts';
import { queryIncidents } from '../../incidents/incident-query.ts';
import { sql } from '../../project/open-project.ts';
import { isIntentionalHomicide } from '../homicide-offences.ts';
import { computed, type RuleAnswer, type RuleContext, yearlyRate } from './rule-context.ts';

const longestNote = 20_000;

function homicideOffences({ project, catalogue }: RuleContext) {
  return listOffenceCounts(project).filter((offence) => isIntentionalHomicide(offence.name, catalogue.homicideNames));
}

/** 16.1.1. */
export function homicideRates(context: RuleContext): RuleAnswer {
  const { project, incidents } = context;
  if (!incidents) return 'no-incidents';
  const offences = homicideOffences(context);
  if (offences.length === 0) return 'no-homicide-offence';
  const note = offences
    .map((offence) => offence.name)
    .join('; ')
    .slice(0, longestNote);
  const rows = queryIncidents(project, { by: ['year'], where: { offenceIds: offences.map((offence) => offence.id) } });
  if (rows.length === 0) return 'no-homicides';
  const values = rows.flatMap((row) => yearlyRate(context, incidents, { ...row, year: row.year ?? null }, 'B')).map((value) => ({ ...value, note }));
  return values.length > 0 ? values : 'no-population';
}

/** Records miss what nobody reports: a count with known weaknesses (grade C). */
export function incidentRates(context: RuleContext): RuleAnswer {
  const { entry, incidents, byGroup } = context;
  if (!incidents) return 'no-incidents';
  const rows = byGroup().filter((row) => !entry.offenceGroup || row.group === entry.offenceGroup);
  if (rows.length === 0) return 'no-cases';
  const years = [...groupBy(rows, (row) => row.year ?? null)].sort(([a], [b]) => (a ?? 0) - (b ?? 0));
  const values = years.flatMap(([year, own]) =>
    yearlyRate(context, incidents, { year, count: own.reduce((sum, row) => sum + row.count, 0), population: own[0]?.population ?? null }, 'C'),
  );
  return values.length > 0 ? values : 'no-population';
}

/** LOC-13: only where the offence names tell the weapon; a list without such words says nothing about weapons. */
export function firearmShares(context: RuleContext): RuleAnswer {
  const { project, catalogue, incidents } = context;
  if (!incidents) return 'no-incidents';
  const offences = homicideOffences(context);
  if (offences.length === 0) return 'no-homicide-offence';
  const words = catalogue.firearmWords.map((word) => ` ${plainWords(word)} `);
  const withFirearm = new Set(offences.filter(({ name }) => words.some((word) => ` ${plainWords(name)} `.includes(word))).map(({ id }) => id));
  if (withFirearm.size === 0) return 'no-weapon-words';
  const rows = queryIncidents(project, { by: ['year', 'offence'], where: { offenceIds: offences.map(({ id }) => id) } });
  const values = [...groupBy(rows, (row) => row.year ?? null)].flatMap(([year, own]) => {
    const total = own.reduce((sum, row) => sum + row.count, 0);
    const hits = own.filter((row) => withFirearm.has(row.offenceId ?? '')).reduce((sum, row) => sum + row.count, 0);
    const share = proportionOf(hits, total);
    if (!share || year === null) return [];
    return [
      computed(
        context,
        incidents,
        { year, value: share.value * 100, low: share.low * 100, high: share.high * 100, numerator: hits, denominator: total, quality: 'B' },
        { method: 'share', version: proportionsVersion, inputs: [factInput('hits', hits, 'incidents'), factInput('total', total, 'incidents')], n: total },
      ),
    ];
  });
  return values.length > 0 ? values.sort((a, b) => (a.year ?? 0) - (b.year ?? 0)) : 'no-homicides';
}

/** LOC-03, with the list of weights that the city chose. */
export function harmRates(context: RuleContext): RuleAnswer {
  const { project, incidents } = context;
  if (!incidents) return 'no-incidents';
  const set = project.first(sql.selectFrom('harm_weight_set').selectAll().where('is_chosen', '=', 1).orderBy('id'));
  if (!set) return 'no-weights';
  const weights = new Map(
    project.all(sql.selectFrom('harm_weight').select(['offence_id', 'weight']).where('set_id', '=', set.id)).map((row) => [row.offence_id, row.weight]),
  );
  const rows = queryIncidents(project, { by: ['year', 'offence'], where: {} });
  const residents = new Map(queryIncidents(project, { by: ['year'], where: {} }).map((row) => [row.year ?? null, row.population]));
  let isWithoutPopulation = false;
  const values = [...groupBy(rows, (row) => row.year ?? null)].flatMap(([year, own]) => {
    const index = harmIndex(own.map((row) => ({ count: row.count, weight: weights.get(row.offenceId ?? '') ?? null })));
    const population = residents.get(year) ?? null;
    if (year === null || isUndefined(index)) return [];
    const rate = harmPerThousand(index.total, population);
    if (isUndefined(rate)) {
      isWithoutPopulation = true;
      return [];
    }
    const source = { ...incidents, text: `${incidents.text}; ${[set.name, set.source, set.dated].filter(Boolean).join(', ')}`.slice(0, 500) };
    return [
      computed(
        context,
        source,
        { year, value: rate, numerator: index.total, denominator: population, quality: 'C' },
        {
          method: 'harm',
          version: harmIndexVersion,
          inputs: [
            factInput('weighted', index.weighted, 'incidents'),
            factInput('unweighted', index.unweighted, 'incidents'),
            factInput('value', index.total),
            factInput('population', population, 'residents'),
            factInput('per', 1000),
          ],
          n: index.weighted,
          missing: index.unweighted,
          params: [factInput('weightSet', set.name)],
        },
      ),
    ];
  });
  if (values.length > 0) return values.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  return isWithoutPopulation ? 'no-population' : 'few-weighted';
}
