import type { Practice, WorldRegion } from '#shared/domain/library.ts';
import { regionOf } from '#shared/domain/world-regions.ts';

/** What is looked for; empty = whatever. */
export interface Wanted {
  readonly words: string;
  readonly approach: string | null;
  readonly group: string | null;
  readonly region: string | null;
  readonly scale: string | null;
  readonly place: string | null;
}

export const everything: Wanted = { words: '', approach: null, group: null, region: null, scale: null, place: null };

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Practices that fit all that is asked for: own ones first, then those of the city's country and region. */
export function findPractices(practices: readonly Practice[], wanted: Wanted, country: string): Practice[] {
  const words = plain(wanted.words).split(/\s+/).filter(Boolean);
  const home = regionOf(country);
  return practices
    .filter((practice) => {
      const text = plain([practice.title, practice.city, practice.problem, practice.steps, practice.leadBody, practice.partners].join(' '));
      return (
        words.every((word) => text.includes(word)) &&
        (wanted.approach === null || practice.approaches.some((approach) => approach === wanted.approach)) &&
        (wanted.group === null || practice.residentGroups.some((group) => group === wanted.group)) &&
        (wanted.place === null || practice.placeTypes.some((place) => place === wanted.place)) &&
        (wanted.region === null || practice.region === wanted.region) &&
        (wanted.scale === null || practice.scale === wanted.scale)
      );
    })
    .toSorted((a, b) => nearness(b, country, home) - nearness(a, country, home));
}

function nearness(practice: Practice, country: string, home: WorldRegion | null): number {
  if (!practice.isShipped) return 3;
  if (country !== '' && practice.country === country) return 2;
  return home !== null && practice.region === home ? 1 : 0;
}
