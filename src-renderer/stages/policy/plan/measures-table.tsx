import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Measure } from '#shared/domain/policy.ts';
import { measureMissing } from '#shared/methods/smart.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useBodies, useCityCurrency, usePeriodText } from '../use-plan.ts';
import classes from './plan.module.css';
import { useMeasureOrder } from './use-measure-order.ts';

const ways = [
  { way: 'up', label: 'outputs.moveUp', Icon: IconArrowUp },
  { way: 'down', label: 'outputs.moveDown', Icon: IconArrowDown },
] as const;

/** The measures of one objective, each the way into its editor. */
export function MeasuresTable({
  number,
  measures,
  onOpenMeasure,
}: {
  number: string;
  measures: readonly { readonly measure: Measure; readonly number: string }[];
  onOpenMeasure: (id: string) => void;
}) {
  const { t, formats } = useTexts();
  const { nameOf } = useBodies();
  const currency = useCityCurrency();
  const periodText = usePeriodText();
  const { tableRef, move } = useMeasureOrder(measures.map(({ measure }) => measure.id));
  const canMove = measures.length > 1;
  return (
    <div className={classes.scroll}>
      <table ref={tableRef} className={classes.measures}>
        <caption className="visually-hidden">{t('policy.measuresOf', { number })}</caption>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {t('policy.measure')}
            </th>
            <th scope="col">{t('policy.owner')}</th>
            <th scope="col">{t('policy.period')}</th>
            <th scope="col" data-number>
              {t('policy.cost')}
            </th>
            <th scope="col" data-number>
              {t('policy.gap')}
            </th>
            {canMove ? (
              <th scope="col">
                <span className="visually-hidden">{t('policy.order')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ measure, number: own }, place) => {
            const missing = measureMissing(measure);
            const money = (value: number | null) => formats.money(value, measure.currency || currency);
            return (
              <tr key={measure.id} data-object={measure.id}>
                <td className={classes.measureNumber}>{own}</td>
                <td>
                  <button type="button" className={classes.link} onClick={() => onOpenMeasure(measure.id)}>
                    <bdi>{measure.title || t('policy.untitledMeasure')}</bdi>
                  </button>
                  {missing.length > 0 ? (
                    <>
                      {' '}
                      <span className={classes.lacks} title={missing.map((part) => t(`smart.${part}`)).join(' · ')}>
                        {t('policy.lacks', { count: missing.length })}
                      </span>
                    </>
                  ) : null}
                </td>
                <td>
                  <bdi>{nameOf(measure.ownerId) ?? '–'}</bdi>
                </td>
                <td className={classes.period}>{periodText(measure)}</td>
                <td data-number className="tabular">
                  {money(measure.totalCost)}
                </td>
                <td data-number className={`tabular ${measure.gap !== null && measure.gap > 0 ? classes.gap : ''}`}>
                  {money(measure.gap)}
                </td>
                {canMove ? (
                  <td className={classes.order}>
                    {ways.map(({ way, label, Icon }) => (
                      <Tooltip key={way} label={t(way === 'up' ? 'policy.moveUp' : 'policy.moveDown')}>
                        <ActionIcon
                          color="gray"
                          data-way={way}
                          aria-label={t(label, { name: measure.title || t('policy.untitledMeasure') })}
                          disabled={way === 'up' ? place === 0 : place === measures.length - 1}
                          onClick={() => move(measure.id, way)}
                        >
                          <Icon size="1rem" stroke={1.6} aria-hidden />
                        </ActionIcon>
                      </Tooltip>
                    ))}
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
