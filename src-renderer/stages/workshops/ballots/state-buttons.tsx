import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Ballot } from '#shared/domain/ballots.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** What comes next for a ballot: open, close, see what came of it, ask again. */
export function StateButtons({ ballot, onOther, isQuiet = false }: { ballot: Ballot; onOther: (id: string) => void; isQuiet?: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: open, isPending: isOpening } = useMutation(queries.ballots.open.mutationOptions());
  const { mutate: close, isPending: isClosing } = useMutation(queries.ballots.close.mutationOptions());
  const { mutate: again, isPending: isFollowing } = useMutation(queries.ballots.nextRound.mutationOptions({ onSuccess: ({ id }) => onOther(id) }));
  const variant = isQuiet ? 'default' : 'filled';
  const { consensus } = ballot.settings;
  if (ballot.state === 'draft')
    return (
      <Button variant={variant} loading={isOpening} onClick={() => open({ id: ballot.id })}>
        {t('ballots.open')}
      </Button>
    );
  if (ballot.state === 'open')
    return (
      <Button variant={variant} loading={isClosing} onClick={() => close({ id: ballot.id })}>
        {t('ballots.close')}
      </Button>
    );
  return (
    <>
      {consensus && ballot.round < consensus.mostRounds ? (
        <Button variant="default" loading={isFollowing} onClick={() => again({ id: ballot.id })}>
          {t('ballots.nextRound')}
        </Button>
      ) : null}
      <Button component={Link} to="/workshops/results" variant={variant}>
        {t('ballots.toResult')}
      </Button>
    </>
  );
}
