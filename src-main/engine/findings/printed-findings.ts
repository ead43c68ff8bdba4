import type { Finding } from '#shared/domain/findings.ts';
import type { PolicyCheck } from '#shared/domain/policy-checks.ts';
import type { ProblemTree } from '#shared/domain/trees.ts';
import { checkProblemTree } from '#shared/methods/problem-tree.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { listFindings } from './findings.ts';
import { listTrees } from './trees/trees.ts';

/**
 * Findings as they may leave the city's file: restricted ones not at all, others without their restricted evidence, nor what points at a
 * restricted threat or vulnerability. How well a finding stands is still said from everything the city knows, with the number of pieces kept back.
 */
export function listPrintedFindings(project: OpenProject): Finding[] {
  const risks = new Set(project.all(sql.selectFrom('risk').select('id').where('is_restricted', '=', 1)).map(({ id }) => id));
  return listFindings(project)
    .filter(({ isRestricted }) => !isRestricted)
    .map((finding) => {
      const evidence = finding.evidence.filter(({ isRestricted, refId }) => !isRestricted && (refId === null || !risks.has(refId)));
      return { ...finding, evidence, withheldCount: finding.evidence.length - evidence.length };
    });
}

/** Problem trees without the nodes that say a restricted finding. */
export function listPrintedTrees(project: OpenProject): ProblemTree[] {
  const isKeptBack = restrictedFindings(project);
  return listTrees(project).map((tree) => {
    const nodes = tree.nodes.filter(({ findingId }) => findingId === null || !isKeptBack.has(findingId));
    const ids = new Set(nodes.map(({ id }) => id));
    const links = tree.links.filter(({ causeId, effectId }) => ids.has(causeId) && ids.has(effectId));
    const check = checkProblemTree(
      nodes.map(({ id, kind, isClaim, support }) => ({ id, kind, isClaim, hasEvidence: support !== null && support !== 'claim' })),
      links,
    );
    return { ...tree, nodes, links, check };
  });
}

/** Ids of the findings that stay in the city's file. */
export function restrictedFindings(project: OpenProject): ReadonlySet<string> {
  return new Set(project.all(sql.selectFrom('finding').select('id').where('is_restricted', '=', 1)).map(({ id }) => id));
}

/** Links to findings, without those to restricted ones. */
export function withoutRestricted<Linked extends { readonly findingId: string | null }>(linked: readonly Linked[], isKeptBack: ReadonlySet<string>): Linked[] {
  return linked.map((one) => (one.findingId !== null && isKeptBack.has(one.findingId) ? { ...one, findingId: null } : one));
}

/** Checks of the plan without those that would say a restricted finding. */
export function printedChecks(checks: readonly PolicyCheck[], isKeptBack: ReadonlySet<string>): PolicyCheck[] {
  return checks.filter(({ objectKind, objectId }) => objectKind !== 'finding' || objectId === null || !isKeptBack.has(objectId));
}
