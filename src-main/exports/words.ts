import type { EvidenceKind, SupportLevel } from '#shared/domain/findings.ts';
import type { OffenceGroup } from '#shared/domain/incidents.ts';
import type { QualityGrade } from '#shared/domain/indicators.ts';
import type { Approach } from '#shared/domain/policy.ts';
import type { GridPlace, ResidentGroup, StakeholderKind, StakeholderSector } from '#shared/domain/stakeholders.ts';
import type { ExportContext } from './export-context.ts';

/** The domain's fixed words in the language of the output. */
export interface Words {
  offenceGroup(group: OffenceGroup): string;
  sector(sector: StakeholderSector): string;
  stakeholderKind(kind: StakeholderKind): string;
  residentGroup(group: ResidentGroup): string;
  gridPlace(place: GridPlace): string;
  evidenceKind(kind: EvidenceKind): string;
  support(level: SupportLevel): string;
  quality(grade: QualityGrade): string;
  approach(approach: Approach): string;
  /** The country's name from its two letters; empty for letters that no country has (a made-up city). */
  country(code: string): string;
  list(items: readonly string[]): string;
  year(year: number | null | undefined): string;
  period(from: number | null, to: number | null): string;
}

export function createWords({ t, language }: ExportContext): Words {
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const year = (value: number | null | undefined) => (value === null || value === undefined ? t('output.notStated') : String(value));
  return {
    offenceGroup: (group) => t(`offenceGroup.${group}`),
    sector: (sector) => t(`sector.${sector}`),
    stakeholderKind: (kind) => t(`stakeholderKind.${kind}`),
    residentGroup: (group) => t(`residentGroup.${group}`),
    gridPlace: (place) => t(`gridPlace.${place}`),
    evidenceKind: (kind) => t(`evidenceKind.${kind}`),
    support: (level) => t(`support.${level}`),
    quality: (grade) => t(`quality.${grade}`),
    approach: (approach) => t(`approach.${approach}`),
    country: (code) => (code ? (regions.of(code) ?? '') : ''),
    list: (items) => items.join(t('output.listSeparator')),
    year,
    period: (from, to) => (from === null && to === null ? t('output.notStated') : from === to ? year(from) : `${year(from)}–${year(to)}`),
  };
}
