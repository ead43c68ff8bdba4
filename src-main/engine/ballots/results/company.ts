import type { Answer, Ballot, Channel, CountedAnswer, Hands } from '#shared/domain/ballots.ts';
import type { ResultDivision } from '#shared/domain/results.ts';
import type { Attributes } from '#shared/domain/workshops.ts';

/** One person who answered: a phone (with all its statements), a sheet of paper, or somebody whose first choice was counted by hands. */
export interface Voice {
  readonly id: string;
  readonly groupId: string | null;
  readonly attributes: Attributes;
  readonly channel: Channel;
  readonly answers: readonly Answer[];
}

/** The room or a part of it: people with an answer of their own, and hands of which only the sums are known. */
export interface Company {
  readonly voices: readonly Voice[];
  readonly hands: readonly Hands[];
}

/** Raised hands are added to what was answered one by one. A hand raised for a first choice is a ranking with one place filled, like a sheet with only a first place. */
export function companyOf(ballot: Ballot, answers: readonly CountedAnswer[], hands: readonly Hands[]): Company {
  const voices = new Map<string, Voice & { answers: Answer[] }>();
  for (const { id, voterId, groupId, attributes, channel, answer } of answers) {
    const known = voices.get(voterId ?? id);
    if (known) known.answers.push(answer);
    else voices.set(voterId ?? id, { id: voterId ?? id, groupId, attributes, channel, answers: [answer] });
  }
  return ballot.kind === 'ranking' ? { voices: [...voices.values(), ...hands.flatMap(firstChoices)], hands: [] } : { voices: [...voices.values()], hands };
}

/** Everybody who was there when hands were counted: with a first choice, or with a blank answer where no hand was raised. */
function firstChoices({ groupId, people, counts }: Hands): Voice[] {
  const chosen = Object.entries(counts).flatMap(([optionId, count]) => new Array<Record<string, number>>(count).fill({ [optionId]: 1 }));
  const blank = new Array<Record<string, number>>(Math.max(0, people - chosen.length)).fill({});
  return [...chosen, ...blank].map((places, index) => ({
    ...{ id: `hands ${groupId ?? ''} ${index}`, groupId, attributes: {}, channel: 'hands' as const },
    answers: [{ kind: 'ranking' as const, places }],
  }));
}

/** People whose hands were counted. */
export function raisedIn({ voices, hands }: Company): number {
  return voices.filter(({ channel }) => channel === 'hands').length + hands.reduce((sum, { people }) => sum + people, 0);
}

export function peopleIn({ voices, hands }: Company): number {
  return voices.length + hands.reduce((sum, { people }) => sum + people, 0);
}

/** The parts of a division, each with those in it; `none` holds whoever did not say. Hands are known by group and channel only. */
export function partsOf({ voices, hands }: Company, by: ResultDivision): Map<string, Company> {
  const parts = new Map<string, { voices: Voice[]; hands: Hands[] }>();
  const part = (id: string) => {
    const known = parts.get(id) ?? { voices: [], hands: [] };
    parts.set(id, known);
    return known;
  };
  for (const voice of voices) part(voiceSide(voice, by)).voices.push(voice);
  for (const counted of hands) part(by === 'group' ? (counted.groupId ?? notSaid) : by === 'channel' ? 'hands' : notSaid).hands.push(counted);
  return parts;
}

/** Id of those who did not say. */
export const notSaid = 'none';

function voiceSide(voice: Voice, by: ResultDivision): string {
  switch (by) {
    case 'group':
      return voice.groupId ?? notSaid;
    case 'channel':
      return voice.channel;
    case 'area':
      return voice.attributes.areaId ?? notSaid;
    case 'gender':
      return voice.attributes.gender ?? notSaid;
    case 'ageBand':
      return voice.attributes.ageBand ?? notSaid;
    case 'standing':
      return voice.attributes.standing ?? notSaid;
  }
}

/** Several parts as one. */
export function together(parts: readonly Company[]): Company {
  return { voices: parts.flatMap(({ voices }) => voices), hands: parts.flatMap(({ hands }) => hands) };
}
