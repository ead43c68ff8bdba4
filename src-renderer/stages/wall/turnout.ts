import type { Ballot } from '#shared/domain/ballots.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';

export interface Turnout {
  readonly answered: number;
  /** 0 where nobody knows how many people there are. */
  readonly present: number;
}

/** Who has answered by any channel, of all who are here: those on the list, or the phones that joined and the sheets that came, whichever is more. */
export function turnoutOf({ turnout }: Pick<Ballot, 'turnout'>, joined: number): Turnout {
  const answered = turnout.phone + turnout.paper + turnout.hands;
  const known = Math.max(turnout.present, joined === 0 ? 0 : joined + turnout.paper + turnout.hands);
  return { answered, present: known === 0 ? 0 : Math.max(known, answered) };
}

/** Turnout with the words that stand beside the large number: «of 38 have answered». */
export function useTurnout(ballot: Pick<Ballot, 'turnout'>, joined: number): Turnout & { readonly words: string } {
  const { t, formats } = useTexts();
  const turnout = turnoutOf(ballot, joined);
  const { answered, present } = turnout;
  const words = present === 0 ? t('wall.turnout.soFar', { count: answered }) : t('wall.turnout.of', { count: answered, present: formats.count(present) });
  return { ...turnout, words };
}
