import { Button, Kbd, SegmentedControl, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Ballot } from '#shared/domain/ballots.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './cockpit.module.css';
import { afterLeaving, moderationStep } from './moderation-keys.ts';

const places = ['waiting', 'shown', 'hidden'] as const;
type Place = (typeof places)[number];

const statementsPauseMs = 3_000;

/** Statements on their way to the wall: seen by the facilitator first, let through or kept back by one key. What is kept back stays in the file. */
export function ModerationPanel({ ballots, workshopId }: { ballots: readonly Ballot[]; workshopId: string }) {
  const { t } = useTexts();
  const candidates = ballots.filter(({ kind, state }) => kind === 'statement' && state !== 'draft');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const ballot = candidates.find(({ id }) => id === chosenId) ?? candidates.findLast(({ state }) => state === 'open') ?? candidates.at(-1);
  if (!ballot) return null;
  return (
    <Panel
      title={t('cockpit.moderation.title')}
      note={t('cockpit.moderation.note')}
      actions={
        candidates.length > 1 ? (
          <Select
            aria-label={t('cockpit.moderation.ballot')}
            data={candidates.map(({ id, question }) => ({ value: id, label: question || t('wall.noQuestion') }))}
            value={ballot.id}
            onChange={setChosenId}
          />
        ) : null
      }
    >
      <Statements key={ballot.id} ballotId={ballot.id} workshopId={workshopId} />
    </Panel>
  );
}

function Statements({ ballotId, workshopId }: { ballotId: string; workshopId: string }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const all = useQuery(queries.ballots.statements.queryOptions({ input: { ballotId }, refetchInterval: statementsPauseMs })).data ?? [];
  const groups = useQuery(queries.workshops.groups.queryOptions({ input: { workshopId } })).data ?? [];
  const { mutate } = useMutation(queries.ballots.moderate.mutationOptions());
  const [place, setPlace] = useState<Place>('waiting');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const isLed = useRef(false);
  const shown = all.filter(({ moderation }) => moderation === place);
  const current = Math.min(at, shown.length - 1);
  const currentId = shown[current]?.id;

  // The focus stays in the list as statements leave it: one that goes takes the focus with it.
  useEffect(() => {
    const isFree = document.activeElement === document.body || list.current?.contains(document.activeElement);
    if (currentId && isLed.current && isFree) list.current?.querySelector<HTMLElement>('[data-current]')?.focus();
  }, [currentId]);

  const moderate = (id: string, moderation: Place) => {
    if (moderation === place) return;
    setAt(
      Math.max(
        0,
        afterLeaving(
          shown.findIndex((one) => one.id === id),
          shown.length,
        ),
      ),
    );
    mutate({ ids: [id], moderation });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = moderationStep(event.nativeEvent);
    // Enter on one of the buttons presses it.
    if (!step || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if ('move' in step) setAt(Math.min(Math.max(current + step.move, 0), shown.length - 1));
    else if (currentId && !event.repeat) moderate(currentId, step.moderate);
  };
  const countOf = (wanted: Place) => all.filter(({ moderation }) => moderation === wanted).length;
  return (
    <>
      <SegmentedControl
        aria-label={t('cockpit.moderation.title')}
        value={place}
        onChange={(value) => {
          setPlace(places.find((known) => known === value) ?? 'waiting');
          setAt(0);
        }}
        data={places.map((value) => ({ value, label: `${t(`cockpit.moderation.${value}`)} ${formats.count(countOf(value))}` }))}
      />
      <p className={classes.hints}>
        <Kbd>J</Kbd> <Kbd>K</Kbd> {t('cockpit.moderation.keys.move')} <Kbd>Enter</Kbd> {t('cockpit.moderation.keys.show')} <Kbd>X</Kbd>{' '}
        {t('cockpit.moderation.keys.hide')} <Kbd>U</Kbd> {t('cockpit.moderation.keys.back')}
      </p>
      {shown.length === 0 ? <p className={classes.quiet}>{t(`cockpit.moderation.none.${place}`)}</p> : null}
      <ul
        ref={list}
        className={classes.statements}
        onKeyDown={onKeyDown}
        onFocus={() => {
          isLed.current = true;
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget && !list.current?.contains(relatedTarget)) isLed.current = false;
        }}
        data-own-keys
      >
        {shown.map(({ id, text, groupId, at: time }, index) => (
          <li key={id}>
            {/* The list is gone through by J and K. */}
            <div
              role="group"
              className={classes.statement}
              tabIndex={index === current ? 0 : -1}
              data-current={index === current || undefined}
              onFocus={() => setAt(index)}
            >
              <p dir="auto">{text}</p>
              <span className={classes.quiet}>{[groups.find((group) => group.id === groupId)?.name, formats.time(time)].filter(Boolean).join(' · ')}</span>
            </div>
            <div className={classes.deeds}>
              {place === 'shown' ? null : (
                <Button variant="default" onClick={() => moderate(id, 'shown')}>
                  {t('cockpit.moderation.show')}
                </Button>
              )}
              {place === 'hidden' ? null : (
                <Button variant="subtle" onClick={() => moderate(id, 'hidden')}>
                  {t('cockpit.moderation.hide')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
