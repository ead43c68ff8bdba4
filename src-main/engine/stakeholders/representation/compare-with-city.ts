import { factInput, figureFacts } from '#shared/domain/figure-facts.ts';
import {
  type CityShare,
  type Representation,
  type RepresentationRow,
  type ShareAttribute,
  shareAttributes,
  shareValues,
} from '#shared/domain/representation.ts';
import { hideInList, shownCount } from '#shared/methods/disclosure.ts';
import { representationOf, representationVersion, standingOf } from '#shared/methods/representation.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { listStakeholders } from '../stakeholders.ts';
import { keyOf, PopulationShares, typedShares } from './city-shares.ts';
import { type Present, whoIsPresent } from './who-is-present.ts';

/** People present against the city's population, by every attribute. Counts of a few people are hidden, and what would give them away. */
export function compareWithCity(project: OpenProject, workshopId: string | null): Representation {
  const people = whoIsPresent(project, workshopId);
  const smallestGroup = smallestGroupOf(project, workshopId);
  const typed = typedShares(project);
  const population = new PopulationShares(project);
  const bodies = listStakeholders(project);
  const tables = shareAttributes.map((attribute) => {
    const stated = people.filter((person) => person[attribute].length > 0).length;
    const counts = countsOf(people, attribute);
    // Of gender and age the number of those who said it stands beside the counts: it must not tell the one that is hidden.
    const hiding = isOneEach(attribute)
      ? hideInList(
          counts.map(({ count }) => count),
          smallestGroup,
        )
      : { hiding: counts.map(({ count }) => (shownCount(count, smallestGroup) === null ? ('small' as const) : null)), isSafe: true };
    const isHidden = (place: number) => hiding.hiding[place] !== null || (!hiding.isSafe && (counts[place]?.count ?? 0) > 0);
    // Nobody has to name a group: those who name none count as well, once anybody was asked and answered.
    const basis = isOneEach(attribute) || stated === 0 ? stated : people.length;
    const rows = counts.map(({ value, count }, place): RepresentationRow => {
      const city = typedOrKnown(typed, population, attribute, value);
      const present = isHidden(place) ? null : count;
      const ratio = present === null ? null : representationOf({ group: present, all: basis }, city.share);
      return {
        ...{ attribute, value, present, isHidden: present === null, city, ratio },
        share: present === null || basis === 0 ? null : present / basis,
        standing: people.length === 0 || present === null || basis === 0 ? 'unknown' : standingOf(present, ratio),
        bodies:
          attribute === 'residentGroup'
            ? bodies.filter(({ represents }) => represents.some((group) => group === value)).map(({ id, name }) => ({ id, name }))
            : [],
        facts: factsOf({ present, basis, city, people: people.length, stated }),
      };
    });
    return { rows, stated: { attribute, people: stated } };
  });
  return { people: people.length, smallestGroup, stated: tables.map(({ stated }) => stated), rows: tables.flatMap(({ rows }) => rows) };
}

/** Of gender and age everybody has one; of groups of residents any number. */
const isOneEach = (attribute: ShareAttribute): boolean => attribute !== 'residentGroup';

function countsOf(people: readonly Present[], attribute: ShareAttribute): { value: string; count: number }[] {
  return shareValues[attribute].map((value) => ({ value, count: people.filter((person) => person[attribute].includes(value)).length }));
}

function smallestGroupOf(project: OpenProject, workshopId: string | null): number {
  const { small_number_threshold } = project.found(sql.selectFrom('project').select('small_number_threshold'));
  const own = workshopId === null ? null : project.found(sql.selectFrom('workshop').select('smallest_group').where('id', '=', workshopId)).smallest_group;
  return own ?? small_number_threshold;
}

function typedOrKnown(
  typed: ReadonlyMap<string, CityShare>,
  population: PopulationShares,
  attribute: ShareAttribute,
  value: string,
): RepresentationRow['city'] {
  const own = typed.get(keyOf({ attribute, value }));
  if (own && own.share !== null) return { ...own, origin: 'typed' };
  const known = population.shareOf(attribute, value);
  return known ?? { attribute, value, share: null, source: own?.source ?? '', year: own?.year ?? null, origin: own ? 'typed' : 'none' };
}

function factsOf(of: { present: number | null; basis: number; city: RepresentationRow['city']; people: number; stated: number }) {
  const { present, basis, city } = of;
  const reason = basis === 0 ? ('no-answers' as const) : present === null ? ('hidden' as const) : city.share === null ? ('no-population' as const) : null;
  return figureFacts({
    method: 'roomShare',
    version: representationVersion,
    inputs: [
      factInput('count', present, 'persons'),
      factInput('total', present === null ? null : basis, 'persons'),
      factInput('shareCity', city.share, 'share'),
    ],
    n: of.people,
    missing: present === null ? null : of.people - of.stated,
    sources: city.source === '' ? [] : [{ name: city.year === null ? city.source : `${city.source} (${city.year})`, publishedOn: null, grade: null }],
    undefinedReason: reason,
  });
}
