import type { Ballot } from '#shared/domain/ballots.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';

export interface Turnout {
  readonly answered: number;
  /** 0 where nobody knows yet how many people there are. */
  readonly present: number;
  /** What stands beside the large number: «of 38 have answered». */
  readonly words: string;
}

/** Who has answered by any channel, of all who are here. */
export function useTurnout({ turnout }: Pick<Ballot, 'turnout'>): Turnout {
  const { t, formats } = useTexts();
  const { phone, paper, hands, present } = turnout;
  const answered = phone + paper + hands;
  const words = present === 0 ? t('wall.turnout.soFar', { count: answered }) : t('wall.turnout.of', { count: answered, present: formats.count(present) });
  return { answered, present, words };
}
