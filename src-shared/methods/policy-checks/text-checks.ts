import type { PolicyCheck, TextPlace } from '../../domain/policy-checks.ts';
import { type CheckSubject, check, type PolicyPlan } from './policy-plan.ts';

/** What a reader would stumble over: sentences said twice, sentences that are still the template's, parts that are hard to read. */
export function textChecks({ text }: PolicyPlan): PolicyCheck[] {
  if (!text) return [];
  return [
    ...text.repeated.flatMap(({ sentence, places }) => check(true, 'text-repeated', subjectOf(places, sentence))),
    ...distinctPlaces(text.ofTemplate.flatMap(({ places }) => places)).flatMap((place) => check(true, 'text-of-template', subjectOf([place], place.title))),
    ...text.sections
      .filter(({ reading }) => reading.band === 'very-hard')
      .flatMap((place) => check(true, 'text-hard-to-read', subjectOf([place], place.title))),
  ];
}

function subjectOf([first]: readonly TextPlace[], title: string): CheckSubject {
  return { objectKind: first?.kind ?? 'policy', objectId: first?.id ?? null, title };
}

function distinctPlaces(places: readonly TextPlace[]): TextPlace[] {
  return [...new Map(places.map((place) => [place.id, place])).values()];
}
