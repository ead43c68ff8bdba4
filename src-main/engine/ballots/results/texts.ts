import type { Ballot, CountedAnswer } from '#shared/domain/ballots.ts';
import type { BallotResult } from '#shared/domain/results.ts';

type Said = BallotResult['texts'][number];

/**
 * What people wrote and may be shown: statements that the facilitator let through (all, where nobody moderates), reasons, notes at places and
 * answers in words. Sorted by their words, so that the order tells nothing of who wrote when.
 */
export function textsOf(ballot: Ballot, answers: readonly CountedAnswer[]): { texts: Said[]; heldBack: number } {
  const texts = answers.flatMap((counted) => saidIn(ballot, counted)).filter(({ text }) => text !== '');
  const heldBack = ballot.kind === 'statement' ? answers.filter((answer) => !isShown(ballot, answer)).length : 0;
  return { texts: texts.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id < b.id ? -1 : 1)), heldBack };
}

function isShown({ settings }: Ballot, { moderation }: CountedAnswer): boolean {
  return moderation === 'shown' || (!settings.isModerated && moderation !== 'hidden');
}

function saidIn(ballot: Ballot, counted: CountedAnswer): Said[] {
  const { id, answer } = counted;
  switch (answer.kind) {
    case 'statement':
      return isShown(ballot, counted) ? [{ id, optionId: null, text: answer.text.trim(), level: null }] : [];
    case 'agree':
      return Object.entries(answer.reasons).map(([optionId, text]) => ({
        id: `${id}:${optionId}`,
        optionId,
        text: text.trim(),
        level: answer.levels[optionId] ?? null,
      }));
    case 'place':
      return [{ id, optionId: null, text: answer.note.trim(), level: null }];
    case 'quiz':
      return ballot.options
        .filter(({ quiz }) => quiz?.type === 'text')
        .map((option) => ({ id: `${id}:${option.id}`, optionId: option.id, text: answer.answers[option.id]?.trim() ?? '', level: null }));
    default:
      return [];
  }
}
