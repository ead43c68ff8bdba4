import { type CSSProperties, Fragment } from 'react';
import type { Measure } from '#shared/domain/policy.ts';
import type { MonthSpan } from '#shared/methods/costs-by-year.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { usePlan } from '../use-plan.ts';
import classes from './gantt.module.css';
import { GanttBar } from './gantt-bar.tsx';
import { spanOf, targetMonth } from './plan-months.ts';

/** The plan against the calendar: one row a measure, by objective. */
export function Gantt({
  tree,
  years: { first, last },
  today,
  onMove,
  onOpenMeasure,
}: {
  tree: ReturnType<typeof usePlan>['tree'];
  years: { first: number; last: number };
  /** Months from year 0. */
  today: number;
  onMove: (measure: Measure, span: MonthSpan) => void;
  onOpenMeasure: (id: string) => void;
}) {
  const { t } = useTexts();
  const firstMonth = first * 12;
  const months = (last - first + 1) * 12;
  const at = (month: number): CSSProperties => ({ insetInlineStart: `${((month - firstMonth) / months) * 100}%` });
  const isShown = (month: number) => month >= firstMonth && month < firstMonth + months;
  const todayLine = isShown(today) ? <span className={classes.today} style={at(today + 0.5)} aria-hidden /> : null;
  return (
    <div className={classes.scroll}>
      <div className={classes.gantt} style={{ '--years': last - first + 1 } as CSSProperties}>
        <div className={classes.corner} />
        <div className={classes.years} aria-hidden>
          {yearsBetween(first, last).map((year) => (
            <div key={year} className={classes.year}>
              {year}
              <div className={classes.quarters}>
                {[1, 2, 3, 4].map((quarter) => (
                  <span key={quarter}>{t('timeline.quarter', { quarter })}</span>
                ))}
              </div>
            </div>
          ))}
        </div>
        {tree.branches.flatMap(({ objectives }) =>
          objectives.map(({ objective, number, measures }) => {
            const target = targetMonth(objective);
            return (
              <Fragment key={objective.id}>
                <div className={`${classes.name} ${classes.objective}`}>
                  <span className={classes.number}>{number}</span>
                  <bdi>{objective.title || t('policy.untitled')}</bdi>
                </div>
                <div className={classes.track} data-is-objective>
                  {todayLine}
                  {target !== null && isShown(target) ? (
                    <span className={classes.target} style={at(target + 0.5)} role="img" aria-label={t('timeline.target', { when: objective.targetOn })} />
                  ) : null}
                </div>
                {measures.map(({ measure, number: own }) => {
                  const span = spanOf(measure);
                  return (
                    <Fragment key={measure.id}>
                      <div className={classes.name} data-object={measure.id}>
                        <span className={classes.number}>{own}</span>
                        <button type="button" onClick={() => onOpenMeasure(measure.id)}>
                          <bdi>{measure.title || t('policy.untitledMeasure')}</bdi>
                        </button>
                      </div>
                      <div className={classes.track}>
                        {todayLine}
                        {span ? (
                          <GanttBar measure={measure} span={span} firstMonth={firstMonth} months={months} onMove={(next) => onMove(measure, next)} />
                        ) : (
                          <span className={classes.none}>{t('timeline.noPeriod')}</span>
                        )}
                      </div>
                    </Fragment>
                  );
                })}
              </Fragment>
            );
          }),
        )}
      </div>
    </div>
  );
}

const yearsBetween = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index);
