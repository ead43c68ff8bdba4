import { Button, Group } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Ballot } from '#shared/domain/ballots.ts';
import type { WallView } from '#shared/domain/room.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useTurnout } from '../../wall/turnout.ts';
import { useSetWall } from '../../wall/use-wall.ts';
import { inOrderOfNeed } from './ballot-order.ts';
import classes from './cockpit.module.css';

/** The ballots at hand: opened, followed by their turnout, closed, and shown. */
export function BallotsPanel({ ballots, isOpen, wall }: { ballots: readonly Ballot[]; isOpen: boolean; wall: WallView }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const running = useQuery(queries.workshops.running.queryOptions()).data;
  const ordered = inOrderOfNeed(ballots, running?.session.id);
  const openCount = ballots.filter(({ state }) => state === 'open').length;
  const upNext = openCount > 0 ? undefined : ordered.find(({ state }) => state === 'draft')?.id;
  return (
    <Panel
      title={t('cockpit.ballots.title')}
      note={running ? t('cockpit.ballots.session', { session: `\u2068${running.session.title}\u2069` }) : undefined}
      actions={
        ballots.length > 0 ? (
          <Button component={Link} to="/workshops/ballots" variant="subtle">
            {t('cockpit.ballots.make')}
          </Button>
        ) : null
      }
    >
      {ballots.length === 0 ? (
        <EmptyState
          icon={IconChecklist}
          title={t('cockpit.ballots.none.title')}
          action={
            <Button component={Link} to="/workshops/ballots" variant="default">
              {t('cockpit.ballots.make')}
            </Button>
          }
        >
          {t('cockpit.ballots.none.body')}
        </EmptyState>
      ) : null}
      <ul className={classes.ballots}>
        {ordered.map((ballot) => (
          <BallotRow key={ballot.id} ballot={ballot} isNext={ballot.id === upNext} isOnlyOne={openCount === 1} isRoomOpen={isOpen} wall={wall} />
        ))}
      </ul>
    </Panel>
  );
}

interface BallotRowProps {
  readonly ballot: Ballot;
  /** The one to open next. */
  readonly isNext: boolean;
  /** No other is open. */
  readonly isOnlyOne: boolean;
  readonly isRoomOpen: boolean;
  readonly wall: WallView;
}

function BallotRow({ ballot, isNext, isOnlyOne, isRoomOpen, wall }: BallotRowProps) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const setWall = useSetWall();
  const show = (mode: 'ballot' | 'result' | 'statements') => setWall({ mode, ballotId: ballot.id, step: 0 });
  const { mutate: open, isPending: isOpening } = useMutation(
    queries.ballots.open.mutationOptions({
      // The room sees the question as it opens, unless the wall was made dark on purpose.
      onSuccess: () => {
        if (wall.mode !== 'black') show('ballot');
      },
    }),
  );
  const { mutate: close, isPending: isClosing } = useMutation(queries.ballots.close.mutationOptions());
  const { mutate: reopen } = useMutation(queries.ballots.reopen.mutationOptions());
  const { answered, words } = useTurnout(ballot);
  const { phone, paper, hands } = ballot.turnout;
  const isOnWall = wall.ballotId === ballot.id && (wall.mode === 'ballot' || wall.mode === 'result' || wall.mode === 'statements');
  return (
    <li data-state={ballot.state}>
      <div className={classes.ballotWords}>
        <strong>
          <bdi>{ballot.question || t('wall.noQuestion')}</bdi>
        </strong>
        <span className={classes.quiet}>
          {[
            t(`ballots.kind.${ballot.kind}`),
            ballot.round > 1 ? t('wall.round', { round: ballot.round }) : '',
            t(`cockpit.ballots.state.${ballot.state}`),
            ballot.state === 'closed' ? `${formats.count(answered)} ${words}` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          {isOnWall ? <span className={classes.onWall}>{t('cockpit.ballots.onWall')}</span> : null}
        </span>
      </div>
      <Group gap="xs" className={classes.deeds}>
        {ballot.state === 'draft' ? (
          <Button variant={isNext && isRoomOpen ? 'filled' : 'default'} loading={isOpening} onClick={() => open({ id: ballot.id })}>
            {t('cockpit.ballots.open')}
          </Button>
        ) : null}
        {ballot.state === 'open' ? (
          <Button variant={isOnWall || isOnlyOne ? 'filled' : 'default'} loading={isClosing} onClick={() => close({ id: ballot.id })}>
            {t('cockpit.ballots.close')}
          </Button>
        ) : null}
        {ballot.state === 'draft' ? null : (
          <Button variant="default" onClick={() => show('ballot')}>
            {t('cockpit.ballots.toWall')}
          </Button>
        )}
        {ballot.state === 'closed' ? (
          <>
            <Button variant="default" onClick={() => show(ballot.kind === 'statement' ? 'statements' : 'result')}>
              {t('cockpit.ballots.resultToWall')}
            </Button>
            <Button variant="subtle" onClick={() => reopen({ id: ballot.id })}>
              {t('cockpit.ballots.reopen')}
            </Button>
          </>
        ) : null}
      </Group>
      {ballot.state === 'open' ? (
        <div className={classes.turnout} role="status">
          <span className={classes.answered}>{formats.count(answered)}</span>
          <span>
            {words}
            <span className={classes.channels}>
              {t('cockpit.ballots.channels', { phone: formats.count(phone), paper: formats.count(paper), hands: formats.count(hands) })}
            </span>
          </span>
        </div>
      ) : null}
    </li>
  );
}
