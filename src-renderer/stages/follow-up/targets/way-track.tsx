import type { FollowedIndicator } from '#shared/domain/follow-up.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../follow-up.module.css';
import { useDateWords, useFigureWords } from '../use-date-words.ts';
import { paceLooks } from './pace.ts';

/** Room beyond an end that is passed, as a share of the way. */
const leastRoom = 0.06;

/** The way from where it started to where it shall be, with what is gone of it: unclamped, so that it may run back past the start or beyond the target. */
export function WayTrack({ followed }: { followed: FollowedIndicator }) {
  const { t, formats } = useTexts();
  const day = useDateWords();
  const figure = useFigureWords();
  const { baseline, target, actual, share, pace } = followed;
  const reach = share === null ? 0 : Math.max(-2, Math.min(3, share));
  const from = Math.min(0, reach) - (reach < 0 ? leastRoom : 0);
  const to = Math.max(1, reach) + (reach > 1 ? leastRoom : 0);
  const at = (value: number) => `${(((value - from) / (to - from)) * 100).toFixed(2)}%`;
  const { tone } = paceLooks[pace];
  const width = `${((Math.abs(reach) / (to - from)) * 100).toFixed(2)}%`;
  const nowAt = Math.min(94, Math.max(6, ((reach - from) / (to - from)) * 100));
  return (
    <div className={classes.way}>
      <div className={classes.track} aria-hidden>
        {share === null ? null : <span className={classes.gone} data-tone={tone} style={{ insetInlineStart: at(Math.min(0, reach)), inlineSize: width }} />}
        <span className={classes.post} style={{ insetInlineStart: at(0) }} />
        <span className={classes.post} style={{ insetInlineStart: at(1) }} />
        {share === null ? null : (
          <span className={classes.now} style={{ insetInlineStart: `${nowAt}%` }}>
            {figure(actual?.value ?? null)}
          </span>
        )}
      </div>
      <div className={classes.ends}>
        <span>
          {t('followUp.from', { value: figure(baseline.value) })} <span className={classes.soft}>{day(baseline.on)}</span>
        </span>
        <span className="visually-hidden">
          {t('followUp.nowIs', { value: figure(actual?.value ?? null), on: day(actual?.on ?? null), share: formats.percent(share) })}
        </span>
        <span>
          {t('followUp.to', { value: figure(target.value) })} <span className={classes.soft}>{day(target.on)}</span>
        </span>
      </div>
    </div>
  );
}
