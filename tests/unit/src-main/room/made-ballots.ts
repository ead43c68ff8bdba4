import type { RoomBallot, RoomPlaces, RoomView } from '#main/engine/room/room-questions.ts';
import { type BallotKind, type BallotOption, ballotKinds, ballotSettingsSchema } from '#shared/domain/ballots.ts';
import { capOf, dotsOf } from '#shared/methods/ballot-rules.ts';

export const words: Readonly<Record<string, string>> = {
  en: 'Street lighting on the way to the market in the old harbour',
  ar: 'إنارة الشوارع على الطريق إلى السوق في الميناء القديم',
};

export const idOf = (place: number) => `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;

/** A ballot as a phone gets it, with everything that makes its page large. */
export function madeBallot(kind: BallotKind, options: number, text: string, more: Partial<RoomBallot> = {}): RoomBallot {
  const settings = ballotSettingsSchema.parse({
    scale: 'safe',
    times: ['day', 'night'],
    dimensions: ['power', 'interest', 'legitimacy', 'urgency', 'stance'],
    hasReasons: true,
    dotsPerPerson: 5,
    ...more.settings,
  });
  const list = Array.from({ length: options }, (_, place): BallotOption => {
    const types = ['level', 'choice', 'yes-no', 'text'] as const;
    const quiz = { type: types[place % 4] ?? 'text', choices: [text, `${text} 2`, `${text} 3`, `${text} 4`], correct: null };
    return {
      id: idOf(place),
      text: `${text} ${place + 1}`,
      picture: kind === 'place' ? '' : 'lamp',
      refId: idOf(place + 500),
      quiz: kind === 'quiz' ? quiz : null,
    };
  });
  const rules = { settings, options: list };
  return {
    id: idOf(900 + ballotKinds.indexOf(kind)),
    kind,
    question: text,
    help: text,
    round: 1,
    options: list,
    mine: null,
    myStatements: [],
    dots: dotsOf(rules),
    cap: capOf(rules),
    ...more,
    settings,
  };
}

/** Squares beside each other with wavy borders, as heavy as the engine ever sends. */
export function madePlaces(count: number, text: string, pathCharacters = 8_000): RoomPlaces {
  const columns = Math.ceil(Math.sqrt(count));
  const side = 720 / columns;
  const corners = Math.floor(pathCharacters / count / 8);
  const areas = Array.from({ length: count }, (_, place) => {
    const [left, top] = [(place % columns) * side, Math.floor(place / columns) * side];
    const steps = Array.from({ length: corners }, (_, corner) => {
      const angle = (corner / corners) * 2 * Math.PI;
      const reach = (side / 2) * (corner % 2 === 0 ? 0.98 : 0.9);
      return `${Math.round(left + side / 2 + reach * Math.cos(angle))} ${Math.round(top + side / 2 + reach * Math.sin(angle))}`;
    });
    return { id: idOf(place + 500), name: `${text} ${place + 1}`, path: `M${steps.join('L')}Z`, x: left + side / 2, y: top + side / 2 };
  });
  return { width: 720, height: Math.ceil(count / columns) * side, areas };
}

export function madeView(ballots: readonly RoomBallot[], language = 'en'): RoomView {
  return {
    state: ballots.length > 0 ? 'ballots' : 'waiting',
    version: 'v1',
    cityName: 'Puerto Prueba',
    workshopTitle: 'Safe streets',
    languages: ['en', 'es', 'ar'],
    language,
    number: 17,
    groupId: null,
    groups: [],
    attributes: {},
    asks: [],
    areas: [],
    ballots,
    session: null,
  };
}
