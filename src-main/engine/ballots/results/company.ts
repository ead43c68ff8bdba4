import type { Answer, Ballot, Channel, CountedAnswer, Hands } from '#shared/domain/ballots.ts';
import type { ResultDivision } from '#shared/domain/results.ts';
import type { Attributes } from '#shared/domain/workshops.ts';

/** One person who answered: a phone (with all its statements), or a sheet of paper. */
export interface Voice {
  readonly id: string;
  readonly groupId: string | null;
  readonly attributes: Attributes;
  readonly channel: Channel;
  readonly answers: readonly Answer[];
}

/** The room or a part of it: people with an answer of their own, and hands that were counted. */
export interface Company {
  readonly voices: readonly Voice[];
  readonly hands: readonly Hands[];
}

/** Kinds in which raised hands can be added to single answers: what a hand means is the same thing there. */
const countsHands: ReadonlySet<Ballot['kind']> = new Set(['dots', 'rating', 'grid', 'agree', 'place', 'quiz']);

export function companyOf(ballot: Ballot, answers: readonly CountedAnswer[], hands: readonly Hands[]): Company {
  const voices = new Map<string, Voice & { answers: Answer[] }>();
  for (const { id, voterId, groupId, attributes, channel, answer } of answers) {
    const known = voices.get(voterId ?? id);
    if (known) known.answers.push(answer);
    else voices.set(voterId ?? id, { id: voterId ?? id, groupId, attributes, channel, answers: [answer] });
  }
  return { voices: [...voices.values()], hands: countsHands.has(ballot.kind) ? hands : [] };
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
