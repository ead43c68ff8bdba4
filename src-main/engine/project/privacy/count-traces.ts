import type { TextTrace } from '#shared/domain/people.ts';
import { personalTables } from '../history/logged-tables.ts';
import type { Connection } from '../project-file.ts';
import { type PersonalText, PersonalTexts } from './personal-text.ts';
import { isAuthor, isRater } from './scrub-file.ts';
import { readTexts } from './texts-in-file.ts';

export interface CountedTraces {
  /** Changes, snapshots and ratings under a name. */
  readonly authored: number;
  readonly raters: ReadonlySet<string>;
  /** Other texts, most places first. */
  readonly texts: TextTrace[];
}

/** Where people stand outside the rows about them; `isWanted` says which authors and raters are meant. */
export function countTraces(connection: Connection, personal: readonly PersonalText[], isWanted: (name: string) => boolean): CountedTraces {
  const texts = new PersonalTexts(personal);
  const places = new Map<PersonalText, number>();
  const raters = new Set<string>();
  let authored = 0;
  readTexts(connection, (place) => {
    if (personalTables.has(place.table)) return;
    if (isAuthor(place) || isRater(place)) {
      if (!isWanted(place.value)) return;
      if (isAuthor(place)) authored += 1;
      else raters.add(place.value);
      return;
    }
    for (const text of texts.foundIn(place.value)) places.set(text, (places.get(text) ?? 0) + 1);
  });
  return {
    authored,
    raters,
    texts: [...places].map(([text, count]) => ({ ...text, places: count })).sort((a, b) => b.places - a.places || (a.text < b.text ? -1 : 1)),
  };
}
