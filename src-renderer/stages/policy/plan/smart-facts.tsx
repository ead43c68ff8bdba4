import { useQuery } from '@tanstack/react-query';
import type { Objective } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useBodies } from '../use-plan.ts';
import classes from './plan.module.css';

/** What is known of an objective, in one line: who, by what figure, from where to where. */
export function SmartFacts({ objective }: { objective: Objective }) {
  const { t, formats, language } = useTexts();
  const { queries } = useEngine();
  const { nameOf } = useBodies();
  const indicators = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data ?? [];
  const indicator = indicators.find(({ code }) => code === objective.indicatorCode)?.name ?? objective.indicatorText;
  const { baselineValue, targetValue, baselineOn, targetOn } = objective;
  const owner = nameOf(objective.ownerId);
  const figure = (value: number | null, on: string) =>
    value === null ? '–' : [formats.decimal(value, Number.isInteger(value) ? 0 : 1), on ? `(${on})` : ''].filter(Boolean).join(' ');
  const hasFigures = baselineValue !== null || targetValue !== null;
  if (!owner && !indicator && !hasFigures) return null;
  return (
    <dl className={classes.facts}>
      {owner ? (
        <div>
          <dt>{t('policy.owner')}</dt>
          <dd>
            <bdi>{owner}</bdi>
          </dd>
        </div>
      ) : null}
      {indicator ? (
        <div>
          <dt>{t('smart.indicator')}</dt>
          <dd>
            <bdi>{indicator}</bdi>
          </dd>
        </div>
      ) : null}
      {hasFigures ? (
        <div>
          <dt>{t('policy.fromTo')}</dt>
          <dd className="tabular">{t('policy.fromToFigures', { from: figure(baselineValue, baselineOn), to: figure(targetValue, targetOn) })}</dd>
        </div>
      ) : null}
    </dl>
  );
}
