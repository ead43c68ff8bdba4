import type { EvidenceItem, SupportLevel } from '../domain/findings.ts';

/**
 * How well a finding stands (triangulation of a local safety audit; convention): two or more kinds of evidence agree and none
 * opposes = supported; one kind = single source; any opposes = contested; nothing at all = a claim.
 */
export function supportOf(evidence: readonly Pick<EvidenceItem, 'kind' | 'stance'>[]): SupportLevel {
  if (evidence.some((item) => item.stance === 'against')) return 'contested';
  const kinds = new Set(evidence.map((item) => item.kind));
  if (kinds.size === 0) return 'claim';
  return kinds.size === 1 ? 'single' : 'supported';
}
