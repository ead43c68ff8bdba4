import { factInput, isUndefined } from '#shared/domain/figure-facts.ts';
import type { HarmAnswer } from '#shared/domain/patterns.ts';
import { harmIndex, harmIndexVersion, harmPerThousand } from '#shared/methods/harm-index.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import type { OpenProject } from '../project/open-project.ts';
import { smallestCountOf } from '../releases/smallest-count.ts';
import { listHarmSets } from './harm-weights.ts';
import { hiddenPlaces } from './heat.ts';
import { PatternScope, type ScopeInput } from './pattern-scope.ts';

/** Count, rate and harm side by side, by offence and by area, by the chosen list of weights. */
export function harmOf(project: OpenProject, input: ScopeInput): HarmAnswer {
  const scope = new PatternScope(project, input);
  const set = listHarmSets(project).find((candidate) => candidate.isChosen) ?? null;
  const weights = new Map(set?.weights.map(({ offenceId, weight }) => [offenceId, weight]));
  const asked = { where: input.filter, ...(scope.layer ? { layerId: scope.layer.id } : {}) };
  const offences = queryIncidents(project, { by: ['offence'], ...asked });
  const whole = queryIncidents(project, { by: [], ...asked })[0];
  const index = harmIndex(offences.map((row) => ({ count: row.count, weight: weights.get(row.offenceId ?? '') ?? null })));
  const isKnown = !isUndefined(index);
  const total = isKnown ? index.total : null;
  const all = whole?.count ?? 0;
  const perThousand = total === null ? null : harmPerThousand(total, whole?.population ?? null);
  return {
    set: set && { id: set.id, name: set.name, source: set.source, dated: set.dated, unit: set.unit },
    byOffence: offenceRows(),
    byArea: areaRows(),
    total,
    perThousand: perThousand === null || isUndefined(perThousand) ? null : perThousand,
    weighted: isKnown ? index.weighted : 0,
    unweighted: isKnown ? index.unweighted : all,
    facts: {
      ...scope.facts({
        ...{ method: 'harm', version: harmIndexVersion, n: isKnown ? index.weighted : null, missing: isKnown ? index.unweighted : all },
        inputs: [
          ...[factInput('weighted', isKnown ? index.weighted : 0, 'incidents'), factInput('unweighted', isKnown ? index.unweighted : all, 'incidents')],
          ...[factInput('value', total), factInput('personYears', whole?.population ?? null, 'personYears')],
        ],
        params: [factInput('weightSet', set ? [set.name, set.source, set.dated, set.unit].filter(Boolean).join(' · ') : null)],
        undefinedReason: isKnown ? null : index.undefined,
      }),
    },
  };

  function offenceRows(): HarmAnswer['byOffence'] {
    const smallest = smallestCountOf(project).byOffenceId;
    const hidden = hiddenPlaces(
      Float64Array.from(offences, (row) => row.count),
      Math.max(scope.smallestCount, ...offences.map((row) => smallest.get(row.offenceId ?? '')?.smallestCount ?? 0)),
    );
    return offences.map((row, place) => {
      const weight = weights.get(row.offenceId ?? '') ?? null;
      const part = isKnown ? index.parts[place] : undefined;
      const isHidden = hidden.has(place);
      const figures = isHidden
        ? { count: null, countShare: null, rate: null, harm: null, harmShare: null }
        : { count: row.count, countShare: all > 0 ? row.count / all : null, rate: row.rate, harm: part?.harm ?? null, harmShare: part?.share ?? null };
      const group = scope.offences.find((offence) => offence.id === row.offenceId)?.group ?? 'other';
      return { offenceId: row.offenceId ?? '', offence: row.offence ?? '', group, weight, isHidden, ...figures };
    });
  }

  function areaRows(): HarmAnswer['byArea'] {
    const areas = scope.layer?.areas ?? [];
    const areaOf = scope.areaOfPlace();
    const weightOf = new Float64Array(scope.columns.sizes.offence).fill(Number.NaN);
    for (const offence of scope.offences) weightOf[offence.key] = weights.get(offence.id) ?? Number.NaN;
    const harm = new Float64Array(areas.length);
    const weighted = new Float64Array(areas.length);
    scope.each((row, count) => {
      const area = areaOf[scope.columns.place[row] ?? 0] ?? -1;
      const weight = weightOf[scope.columns.offence[row] ?? 0] ?? Number.NaN;
      if (area < 0 || Number.isNaN(weight)) return;
      harm[area] = (harm[area] ?? 0) + weight * count;
      weighted[area] = (weighted[area] ?? 0) + count;
    });
    const rows = new Map(queryIncidents(project, { by: ['area'], ...asked }).map((row) => [row.areaId, row]));
    const counts = Float64Array.from(areas, (area) => rows.get(area.id)?.count ?? 0);
    const hidden = hiddenPlaces(counts, scope.smallestCount);
    return areas.flatMap((area, place) => {
      const row = rows.get(area.id);
      if (!row) return [];
      const isHidden = hidden.has(place);
      // Few weighted incidents: their harm would tell which they were.
      const known = !isHidden && (weighted[place] ?? 0) >= scope.smallestCount ? (harm[place] ?? 0) : null;
      const perThousandHere = known === null ? null : harmPerThousand(known, row.population);
      return [
        {
          ...{ areaId: area.id, area: area.name, isHidden, count: isHidden ? null : row.count, rate: isHidden ? null : row.rate },
          ...{ countShare: isHidden || all === 0 ? null : row.count / all, harm: known, harmShare: known === null || !total ? null : known / total },
          perThousand: perThousandHere === null || isUndefined(perThousandHere) ? null : perThousandHere,
        },
      ];
    });
  }
}
