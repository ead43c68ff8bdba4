import { factInput, figureFacts } from '#shared/domain/figure-facts.ts';
import type { NetworkMeasures, TieKind } from '#shared/domain/network.ts';
import { fewestForBetweenness, networkFigures, networkVersion } from '#shared/methods/influence-network.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { listTies } from './ties.ts';

/** The network of the chosen kinds of ties (all where none is chosen) over every body of the register. */
export function measureNetwork(project: OpenProject, kinds: readonly TieKind[]): NetworkMeasures {
  const actors = project.all(sql.selectFrom('stakeholder').select('id').orderBy('id')).map(({ id }) => id);
  const ties = listTies(project).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const figures = networkFigures(
    actors,
    ties.map(({ fromId, toId }) => ({ from: fromId, to: toId })),
  );
  const informantCount = new Set(ties.map(({ informant }) => informant.trim()).filter((name) => name !== '')).size;
  const unnamedReports = ties.filter(({ informant }) => informant.trim() === '').length;
  const isShown = actors.length >= fewestForBetweenness;
  const count = figures.actorCount;
  const possible = count * (count - 1);
  const basis = {
    version: networkVersion,
    n: count,
    missing: unnamedReports,
    params: [factInput('informants', informantCount), factInput('reports', ties.length)],
  };
  const actorsInput = factInput('actors', count);
  const pairs = factInput('pairs', figures.tieCount);
  return {
    actorCount: count,
    informantCount,
    unnamedReports,
    tieCount: figures.tieCount,
    reportCount: ties.length - figures.selfTieCount,
    droppedSelfTies: figures.selfTieCount,
    density: figures.density,
    reciprocity: figures.reciprocity,
    componentCount: figures.componentCount,
    isolateIds: [...figures.isolates],
    actors: [...figures.places].map(([stakeholderId, place]) => ({ stakeholderId, ...place, betweenness: isShown ? place.betweenness : null })),
    facts: {
      density: figureFacts({
        ...basis,
        method: 'networkDensity',
        inputs: [pairs, factInput('possiblePairs', possible), actorsInput],
        undefinedReason: figures.density === null ? 'few-actors' : null,
      }),
      reciprocity: figureFacts({
        ...basis,
        method: 'networkReciprocity',
        inputs: [factInput('mutualPairs', Math.round((figures.reciprocity ?? 0) * figures.tieCount)), pairs],
        undefinedReason: figures.reciprocity === null ? 'no-ties' : null,
      }),
      betweenness: figureFacts({ ...basis, method: 'networkBetweenness', inputs: [actorsInput, pairs], undefinedReason: isShown ? null : 'few-actors' }),
      components: figureFacts({ ...basis, method: 'networkParts', inputs: [actorsInput, pairs] }),
    },
  };
}
