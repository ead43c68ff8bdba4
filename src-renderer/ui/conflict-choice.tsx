import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import type { ChoiceEffect } from '#shared/domain/indicators.ts';
import { useTexts } from '../app/texts/texts-provider.tsx';
import classes from './conflict-choice.module.css';

/** One of several figures for the same thing, in words. */
export interface ConflictFigure {
  readonly id: string;
  /** The figure with its unit, as it is read aloud. */
  readonly value: string;
  /** Source, date, grade: what helps to decide. Parts keep their own direction of writing. */
  readonly details: string | readonly string[];
  readonly isChosen: boolean;
}

/**
 * Lets a person choose which of several figures counts (an indicator's value, an area's population): the reason is asked for, and what
 * would change is shown before it is done. `effectOf` draws that for a figure; nothing is saved before the button is pressed.
 */
export function ConflictChoice({
  about,
  figures,
  reason,
  effectOf,
  isPending = false,
  onChoose,
  onUnchoose,
  onClose,
}: {
  about: string;
  figures: readonly ConflictFigure[];
  /** Of the choice that stands now; empty without one. */
  reason: string;
  effectOf: (id: string) => ReactNode;
  isPending?: boolean;
  onChoose: (id: string, reason: string) => void;
  onUnchoose?: () => void;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const chosen = figures.find((figure) => figure.isChosen);
  const [picked, setPicked] = useState<string | null>(chosen?.id ?? null);
  const [words, setWords] = useState(reason);
  const mayChoose = picked !== null && words.trim() !== '';
  return (
    <Modal opened onClose={onClose} size="lg" title={t('conflict.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="md">
        <div>
          <strong dir="auto">{about}</strong>
          <p style={{ margin: '0.25rem 0 0' }}>{t('conflict.body')}</p>
        </div>
        <Radio.Group label={t('conflict.which')} value={picked ?? ''} onChange={setPicked}>
          <div className={classes.figures}>
            {figures.map((figure) => (
              <Radio
                key={figure.id}
                value={figure.id}
                className={classes.figure}
                label={
                  <>
                    <span className={classes.value}>{figure.value}</span>
                    <span className={classes.details}>
                      {[...(typeof figure.details === 'string' ? [figure.details] : figure.details), figure.isChosen ? t('conflict.chosen') : '']
                        .filter(Boolean)
                        .map((part, place) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity and never move
                          <Fragment key={place}>
                            {place > 0 ? ' · ' : ''}
                            <bdi>{part}</bdi>
                          </Fragment>
                        ))}
                    </span>
                  </>
                }
              />
            ))}
          </div>
        </Radio.Group>
        <div className={classes.effect} aria-live="polite">
          <h3>{t('conflict.effect')}</h3>
          {picked === null ? <p>{t('conflict.which')}</p> : effectOf(picked)}
        </div>
        <Textarea
          label={t('conflict.reason')}
          description={t('conflict.reason.hint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          dir="auto"
          autosize
          minRows={2}
          maxLength={20_000}
          required
        />
        <Group justify="space-between">
          {chosen && onUnchoose ? (
            <Button variant="subtle" onClick={onUnchoose} disabled={isPending}>
              {t('conflict.unchoose')}
            </Button>
          ) : (
            <span />
          )}
          <Button disabled={!mayChoose} loading={isPending} onClick={() => picked !== null && onChoose(picked, words.trim())}>
            {t('conflict.choose')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What would change: the headline before and after, the difference, and where it stands. */
export function ConflictEffect({ effect, valueText }: { effect: ChoiceEffect; valueText: (value: number | null) => string }) {
  const { t } = useTexts();
  const { before, after, difference, usedBy } = effect;
  const isDispute = before.value === null && before.low !== null;
  const sign = difference !== null && difference > 0 ? '+' : '';
  return (
    <>
      <dl className={classes.numbers}>
        <div>
          <dt>{t('conflict.effect.before')}</dt>
          <dd>{isDispute ? t('conflict.effect.beforeRange', { low: valueText(before.low), high: valueText(before.high) }) : valueText(before.value)}</dd>
        </div>
        <div>
          <dt>{t('conflict.effect.after')}</dt>
          <dd>{valueText(after)}</dd>
        </div>
        <div>
          <dt>{t('conflict.effect.difference')}</dt>
          <dd>
            <bdi>{difference === null ? '–' : `${sign}${valueText(difference)}`}</bdi>
          </dd>
        </div>
      </dl>
      <p>{usedBy.length > 0 ? t('conflict.effect.usedBy') : t('conflict.effect.usedNowhere')}</p>
      {usedBy.length > 0 ? (
        <ul className={classes.used}>
          {usedBy.map((use) => (
            <li key={`${use.kind} ${use.id}`}>
              {t(`conflict.used.${use.kind}`)}: <bdi>{use.name}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {effect.isPrinted ? <p>{t('conflict.effect.printed')}</p> : null}
    </>
  );
}
