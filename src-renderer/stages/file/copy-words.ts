import { type ContentCounts, type CountedThing, countedThings, type FileContents } from '#shared/domain/copies.ts';
import { changeWords } from '#shared/i18n/change-words.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';

/** Things whose number is not the same in the copy and now. */
function differingThings(then: ContentCounts, now: ContentCounts): CountedThing[] {
  return countedThings.filter((thing) => thing !== 'changes' && then[thing] !== now[thing]);
}

/** What is different in a copy, short enough for a line: `Stakeholders: 24 (now 26)`. */
export function differenceWords(t: Translate, formats: Formats, then: FileContents, now: FileContents): string {
  const things = differingThings(then.counts, now.counts);
  if (things.length === 0) return t(then.revision === now.revision ? 'copies.sameAsNow' : 'copies.sameCounts');
  return things
    .map((thing) =>
      t('copies.thenAndNow', { what: t(`copies.thing.${thing}`), before: formats.count(then.counts[thing]), now: formats.count(now.counts[thing]) }),
    )
    .join(' · ');
}

/** The last thing that was done in a file, as the history says it. */
export function lastChangeWords(t: Translate, formats: Formats, { lastChange }: FileContents): string {
  return lastChange ? `${formats.instant(lastChange.at)}: ${changeWords(t, formats, lastChange)}` : '–';
}
