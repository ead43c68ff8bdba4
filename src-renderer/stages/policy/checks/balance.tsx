import type { ApproachShare } from '#shared/domain/policy-checks.ts';
import { useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './checks.module.css';

/** How measures and their money are spread over the approaches. */
export function Balance({ shares }: { shares: readonly ApproachShare[] }) {
  const { t, formats } = useTexts();
  const currency = useProject()?.city.currency ?? '';
  return (
    <Panel title={t('checkTopic.balance')} note={t('checks.balance.note')}>
      <div className={classes.balance}>
        <span className={classes.head}>{t('policy.approach')}</span>
        <span className={classes.head}>{t('checks.balance.measures')}</span>
        <span className={classes.head}>{t('policy.cost')}</span>
        {shares.flatMap(({ approach, measures, measureShare, cost, costShare }) => [
          <span key={`${approach}-name`}>{approach ? t(`approach.${approach}`) : t('checks.balance.none')}</span>,
          <Bar key={`${approach}-measures`} share={measureShare} text={`${formats.count(measures)} · ${formats.percent(measureShare)}`} />,
          <Bar
            key={`${approach}-cost`}
            share={costShare ?? 0}
            text={cost === null ? '–' : `${formats.money(cost, currency)} · ${formats.percent(costShare)}`}
          />,
        ])}
      </div>
    </Panel>
  );
}

function Bar({ share, text }: { share: number; text: string }) {
  return (
    <div className={classes.bar}>
      <span style={{ inlineSize: `${share * 100}%` }} aria-hidden />
      <span>{text}</span>
    </div>
  );
}
