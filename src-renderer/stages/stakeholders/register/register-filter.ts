import type { GridPlace, ResidentGroup, Stakeholder, StakeholderLevel, StakeholderSector } from '#shared/domain/stakeholders.ts';

/** What the register is narrowed to; null = anything. */
export interface RegisterFilter {
  readonly text: string;
  readonly sector: StakeholderSector | null;
  readonly level: StakeholderLevel | 'none' | null;
  readonly areaId: string | null;
  readonly group: ResidentGroup | null;
  readonly place: GridPlace | null;
}

export const wholeRegister: RegisterFilter = { text: '', sector: null, level: null, areaId: null, group: null, place: null };

/** A body without areas serves the whole city, so that it is found under each area. */
export function matches(filter: RegisterFilter, stakeholder: Stakeholder, plain: (text: string) => string): boolean {
  const words = plain(filter.text).split(' ').filter(Boolean);
  const told = words.length === 0 ? '' : plain(`${stakeholder.name} ${stakeholder.mandate} ${stakeholder.note}`);
  return (
    words.every((word) => told.includes(word)) &&
    (filter.sector === null || stakeholder.sector === filter.sector) &&
    (filter.level === null || stakeholder.level === (filter.level === 'none' ? '' : filter.level)) &&
    (filter.areaId === null || stakeholder.areaIds.length === 0 || stakeholder.areaIds.includes(filter.areaId)) &&
    (filter.group === null || stakeholder.represents.includes(filter.group)) &&
    (filter.place === null || stakeholder.gridPlace === filter.place)
  );
}
