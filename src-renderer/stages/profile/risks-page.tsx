import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { RiskColumn } from './risks/risk-column.tsx';
import classes from './risks/risks.module.css';

/** Threats, from here or from outside, and the local vulnerabilities that they meet. */
export function RisksPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const risks = useQuery(queries.risks.list.queryOptions()).data;
  return (
    <StagePage wide title={t('section.risks')} purpose={t('risks.purpose')}>
      {risks === undefined ? (
        <Skeleton height="20rem" />
      ) : (
        <div className={classes.columns}>
          <RiskColumn kind="threat" risks={risks.filter((risk) => risk.kind === 'threat')} />
          <RiskColumn kind="vulnerability" risks={risks.filter((risk) => risk.kind === 'vulnerability')} />
        </div>
      )}
    </StagePage>
  );
}
