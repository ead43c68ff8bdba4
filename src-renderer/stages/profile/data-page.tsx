import { Button, Skeleton } from '@mantine/core';
import { IconCategory, IconDatabaseImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { importKinds } from '#shared/domain/imports.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import classes from './data/data.module.css';
import { DatasetCard } from './data/dataset-card.tsx';
import { OffenceDrawer } from './offences/offence-drawer.tsx';

/** Every file that came in: what it is, what was left out, where it is from. */
export function DataPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const datasets = useQuery(queries.imports.datasets.queryOptions()).data;
  const [isGrouping, setGrouping] = useState(false);
  const hasIncidents = datasets?.some((dataset) => dataset.kind === 'incidents') ?? false;
  const others = importKinds.filter((kind) => kind !== 'incidents');
  const imports = (
    <>
      <Button component={Link} to="/import/incidents">
        {t('import.title.incidents')}
      </Button>
      {others.map((kind) => (
        <Button key={kind} variant="default" component={Link} to={`/import/${kind}`}>
          {t(`import.title.${kind}`)}
        </Button>
      ))}
    </>
  );
  return (
    <StagePage
      title={t('section.data')}
      purpose={t('data.purpose')}
      actions={
        hasIncidents ? (
          <Button variant="default" leftSection={<IconCategory size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setGrouping(true)}>
            {t('offences.open')}
          </Button>
        ) : null
      }
    >
      {datasets === undefined ? (
        <Skeleton height="18rem" />
      ) : datasets.length === 0 ? (
        <Panel>
          <EmptyState icon={IconDatabaseImport} title={t('data.empty.title')} action={imports}>
            {t('data.empty.body')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <div className={classes.imports}>{imports}</div>
          <ul className={classes.list}>
            {datasets.map((dataset) => (
              <li key={dataset.id}>
                <DatasetCard dataset={dataset} />
              </li>
            ))}
          </ul>
        </>
      )}
      {isGrouping ? <OffenceDrawer onClose={() => setGrouping(false)} /> : null}
    </StagePage>
  );
}
