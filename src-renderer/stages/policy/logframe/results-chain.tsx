import { Link } from '@tanstack/react-router';
import { activityLines, logframeLevels } from '#shared/methods/logframe.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { usePlan } from '../use-plan.ts';
import classes from './logframe.module.css';

type Tree = ReturnType<typeof usePlan>['tree'];

/** From the work to the change: activities lead to outputs, outputs to outcomes, outcomes to the impact. */
export function ResultsChain({ tree, vision, onOpenMeasure }: { tree: Tree; vision: string; onOpenMeasure: (id: string) => void }) {
  const { t } = useTexts();
  const outcomes = tree.branches.flatMap(({ objectives }) => objectives);
  const rowsOf = (count: number) => Math.max(1, count);
  const starts = [2];
  for (const { measures } of outcomes) starts.push((starts.at(-1) ?? 2) + rowsOf(measures.length));
  const allRows = (starts.at(-1) ?? 3) - 2;
  const impacts = tree.impacts.length > 0 ? tree.impacts.map(({ id, title }) => ({ id, title })) : [{ id: '', title: vision }];
  return (
    <div className={classes.chain}>
      {logframeLevels.toReversed().map((level, index) => (
        <p key={level} className={classes.columnHead} style={{ gridColumn: index + 1 }}>
          {t(`logframe.${level}`)}
        </p>
      ))}
      {outcomes.map(({ objective, number, measures }, index) => {
        const first = starts[index] ?? 2;
        return [
          ...measures.flatMap(({ measure, number: own }, place) => {
            const activities = activityLines(measure.activities);
            const row = first + place;
            return [
              <button
                key={`${measure.id} activities`}
                type="button"
                className={classes.box}
                style={{ gridColumn: 1, gridRow: row }}
                data-level="activity"
                data-is-empty={activities.length === 0 || undefined}
                onClick={() => onOpenMeasure(measure.id)}
              >
                {activities.length === 0 ? (
                  t('logframe.noActivities')
                ) : (
                  <>
                    {activities.slice(0, 3).map((activity) => (
                      <bdi key={activity} className={classes.small}>
                        {activity}
                      </bdi>
                    ))}
                    {activities.length > 3 ? <span className={classes.boxNumber}>{t('logframe.andMore', { count: activities.length - 3 })}</span> : null}
                  </>
                )}
              </button>,
              <button
                key={measure.id}
                type="button"
                className={classes.box}
                style={{ gridColumn: 2, gridRow: row }}
                data-level="output"
                onClick={() => onOpenMeasure(measure.id)}
              >
                <span className={classes.boxNumber}>{own}</span>
                <bdi>{measure.output.trim() || measure.title || t('policy.untitledMeasure')}</bdi>
              </button>,
            ];
          }),
          <Link
            key={objective.id}
            to="/policy"
            search={{ object: objective.id }}
            className={classes.box}
            style={{ gridColumn: 3, gridRow: `${first} / span ${rowsOf(measures.length)}` }}
            data-level="outcome"
          >
            <span className={classes.outcomeWords}>
              <span className={classes.boxNumber}>{number}</span>
              <bdi>{objective.title || t('policy.untitled')}</bdi>
            </span>
          </Link>,
        ];
      })}
      <div
        className={classes.box}
        style={{ gridColumn: 4, gridRow: `2 / span ${Math.max(1, allRows)}` }}
        data-level="impact"
        data-is-empty={impacts.every(({ title }) => title === '') || undefined}
      >
        <span className={classes.impactWords}>
          {impacts.map(({ id, title }) => (
            <bdi key={id}>{title || t('logframe.noImpact')}</bdi>
          ))}
        </span>
      </div>
    </div>
  );
}
