import { IconCircleCheck } from '@tabler/icons-react';
import type { Factor } from '#shared/domain/factors.ts';
import type { EcologicalReading } from '#shared/methods/ecological-model.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './factors.module.css';

/** What the eight cells leave open: empty ones, factors without evidence, risks that nobody here can change. */
export function EcologyReport({ reading, onOpen }: { reading: EcologicalReading<Factor>; onOpen: (id: string) => void }) {
  const { t } = useTexts();
  const { emptyCells, withoutEvidence, beyondReach, cells } = reading;
  const factorLink = (factor: Factor) => (
    <button type="button" className={classes.link} onClick={() => onOpen(factor.id)}>
      <bdi>{factor.text || t('risks.untitled')}</bdi>
    </button>
  );
  return (
    <Panel title={t('factors.report')}>
      <div className={classes.report}>
        <Part
          title={t('factors.report.empty', { count: emptyCells.length, total: cells.length })}
          good={t('factors.report.noneEmpty')}
          note={t('factors.report.emptyNote')}
          items={emptyCells.map(({ level, direction }) => ({
            key: `${level} ${direction}`,
            shown: `${t(`ecologicalLevel.${level}`)} · ${t(`factorDirection.${direction}`)}`,
          }))}
        />
        <Part
          title={t('factors.report.without', { count: withoutEvidence.length })}
          good={t('factors.report.noneWithout')}
          note={t('factors.report.withoutNote')}
          items={withoutEvidence.map((factor) => ({ key: factor.id, shown: factorLink(factor) }))}
        />
        <Part
          title={t('factors.report.beyond', { count: beyondReach.length })}
          good={t('factors.report.noneBeyond')}
          note={t('factors.report.beyondNote')}
          items={beyondReach.map((factor) => ({ key: factor.id, shown: factorLink(factor) }))}
        />
      </div>
    </Panel>
  );
}

function Part({ title, good, note, items }: { title: string; good: string; note: string; items: readonly { key: string; shown: React.ReactNode }[] }) {
  if (items.length === 0) {
    return (
      <p className={classes.good}>
        <IconCircleCheck size="1.2rem" stroke={1.7} aria-hidden />
        {good}
      </p>
    );
  }
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map(({ key, shown }) => (
          <li key={key}>{shown}</li>
        ))}
      </ul>
      <p>{note}</p>
    </section>
  );
}
