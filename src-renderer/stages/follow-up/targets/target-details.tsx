import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { FollowedIndicator, ProgressPoint } from '#shared/domain/follow-up.ts';
import type { FigureContext } from '#shared/figures/figure.ts';
import { progressFigure } from '#shared/figures/progress-figure.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigureView } from '../../../ui/chart/figure-view.tsx';
import classes from '../follow-up.module.css';
import { useDateWords, useFigureWords } from '../use-date-words.ts';
import { ActualForm } from './actual-form.tsx';

/** The line over time beside the planned way, the values behind it, and a place for a new one. */
export function TargetDetails({ followed, name }: { followed: FollowedIndicator; name: string }) {
  const { t } = useTexts();
  const day = useDateWords();
  const figure = useFigureWords();
  const [changed, setChanged] = useState<string | null>(null);
  const point = followed.points.find(({ id }) => id !== null && id === changed) ?? null;
  const build = useCallback(
    (context: FigureContext) => progressFigure(context, { ...followed, words: (on, value) => `${day(on)}: ${figure(value)}` }),
    [followed, day, figure],
  );
  const hasLine = followed.points.some(({ value }) => value !== null) || followed.baseline.value !== null;
  const alternative = t('followUp.lineAlternative', {
    name,
    from: figure(followed.baseline.value),
    to: figure(followed.target.value),
    now: figure(followed.actual?.value ?? null),
  });
  return (
    <div className={classes.details}>
      <div>
        <h4>{t('followUp.line')}</h4>
        {hasLine ? <FigureView build={build} alternative={alternative} /> : <p className={classes.soft}>{t('followUp.noLine')}</p>}
      </div>
      <div>
        <h4>{t('followUp.values')}</h4>
        {followed.points.length === 0 ? <p className={classes.soft}>{t('followUp.noValues')}</p> : <Values points={followed.points} onChange={setChanged} />}
      </div>
      <div className={classes.whole}>
        <h4>{point ? t('followUp.actual.change', { on: day(point.on) }) : t('followUp.actual.add')}</h4>
        <ActualForm key={point?.id ?? ''} followed={followed} point={point} onChanged={() => setChanged(null)} />
      </div>
    </div>
  );
}

function Values({ points, onChange }: { points: readonly ProgressPoint[]; onChange: (id: string) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const day = useDateWords();
  const figure = useFigureWords();
  const { mutate: remove } = useMutation(queries.followUp.removeActual.mutationOptions());
  return (
    <table className={classes.values}>
      <caption className="visually-hidden">{t('followUp.values')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('followUp.actual.measuredOn')}</th>
          <th scope="col" data-number>
            {t('followUp.actual.value')}
          </th>
          <th scope="col">{t('field.source')}</th>
          <th scope="col">{t('field.quality')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('action.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map((point) => (
          <tr key={point.id ?? point.observationId}>
            <td>{day(point.on)}</td>
            <td data-number>
              {figure(point.value)}
              <ValueNote point={point} />
            </td>
            <td>
              <bdi>{point.source || t('followUp.noSource')}</bdi>
              {point.explanation ? (
                <div className={classes.soft} dir="auto">
                  {point.explanation}
                </div>
              ) : null}
            </td>
            <td>{point.quality ?? '–'}</td>
            <td>
              {point.id ? (
                <ActionIcon.Group>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="2.25rem"
                    aria-label={t('followUp.actual.change', { on: day(point.on) })}
                    onClick={() => onChange(point.id ?? '')}
                  >
                    <IconPencil size="1.1rem" stroke={1.6} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="2.25rem"
                    aria-label={t('followUp.actual.remove', { on: day(point.on) })}
                    onClick={() => remove({ id: point.id ?? '' })}
                  >
                    <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
                  </ActionIcon>
                </ActionIcon.Group>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why a value counts for nothing, or is none. */
function ValueNote({ point }: { point: ProgressPoint }) {
  const { t } = useTexts();
  const note = point.isHidden
    ? t('progressGap.hidden')
    : point.isInDispute
      ? t('progressGap.in-dispute')
      : point.hasOtherWording
        ? t('followUp.otherWording')
        : point.id !== null && point.value === null
          ? t('followUp.notKnown')
          : '';
  return note ? <div className={classes.soft}>{note}</div> : null;
}
