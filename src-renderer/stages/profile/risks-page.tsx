import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { MatrixView } from './risks/matrix-view.tsx';
import { RiskColumn } from './risks/risk-column.tsx';
import classes from './risks/risks.module.css';

const views = ['lists', 'matrix'] as const;

/** Threats, from here or from outside, the local vulnerabilities that they meet, and where they do. */
export function RisksPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const risks = useQuery(queries.risks.list.queryOptions()).data;
  const [view, setView] = useState<(typeof views)[number]>('lists');
  const choice = (
    <SegmentedControl
      aria-label={t('risks.view')}
      value={view}
      onChange={(value) => setView(views.find((known) => known === value) ?? 'lists')}
      data={views.map((value) => ({ value, label: t(`risks.view.${value}`) }))}
    />
  );
  return (
    <StagePage wide title={t('section.risks')} purpose={t('risks.purpose')} actions={choice}>
      {risks === undefined ? <Skeleton height="20rem" /> : null}
      {risks && view === 'lists' ? (
        <div className={classes.columns}>
          <RiskColumn kind="threat" risks={risks.filter((risk) => risk.kind === 'threat')} />
          <RiskColumn kind="vulnerability" risks={risks.filter((risk) => risk.kind === 'vulnerability')} />
        </div>
      ) : null}
      {risks && view === 'matrix' ? <MatrixView risks={risks} onLists={() => setView('lists')} /> : null}
    </StagePage>
  );
}
