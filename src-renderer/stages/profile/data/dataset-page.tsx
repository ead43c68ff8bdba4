import { Button, Skeleton, Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { Dataset } from '#shared/domain/datasets.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { CarriesPanel } from '../../../app/trace/trace-panel.tsx';
import { Panel, StagePage } from '../../../ui/stage-page.tsx';
import classes from './data.module.css';
import { DatasetMenu } from './dataset-menu.tsx';
import { datasetName, datasetPeriod } from './dataset-words.ts';
import { Provenance } from './provenance.tsx';
import { DatasetQuality } from './quality/dataset-quality.tsx';

/** One dataset: how good it is, where it is from, how it was read. */
export function DatasetPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { datasetId } = useParams({ strict: false });
  const datasets = useQuery(queries.imports.datasets.queryOptions()).data;
  const dataset = datasets?.find(({ id }) => id === datasetId);
  if (!datasets) {
    return (
      <StagePage wide title="" purpose="">
        <Skeleton height="24rem" />
      </StagePage>
    );
  }
  if (!dataset) {
    return (
      <StagePage title={t('section.data')} purpose={t('data.gone')}>
        <Panel>
          <Button component={Link} to="/profile/data">
            {t('import.next.data')}
          </Button>
        </Panel>
      </StagePage>
    );
  }
  return <DatasetView key={dataset.id} dataset={dataset} others={datasets.filter(({ id, kind }) => id !== dataset.id && kind === dataset.kind)} />;
}

function DatasetView({ dataset, others }: { dataset: Dataset; others: readonly Dataset[] }) {
  const { t, formats } = useTexts();
  const navigate = useNavigate();
  const facts = [t(`import.kind.${dataset.kind}`), datasetPeriod(dataset, formats), t('data.importedAt', { at: formats.instant(dataset.importedAt) })];
  return (
    <StagePage
      wide
      title={datasetName(dataset)}
      purpose={facts.filter(Boolean).join(' · ')}
      actions={
        <>
          <Button
            variant="default"
            component={Link}
            to="/profile/data"
            leftSection={<IconArrowLeft size="1.1rem" stroke={1.6} aria-hidden className={classes.mirrored} />}
          >
            {t('import.next.data')}
          </Button>
          <DatasetMenu dataset={dataset} others={others} onRemoved={() => void navigate({ to: '/profile/data' })} />
        </>
      }
    >
      <Tabs defaultValue="quality" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="quality">{t('quality.title')}</Tabs.Tab>
          <Tabs.Tab value="provenance">{t('data.provenance')}</Tabs.Tab>
          <Tabs.Tab value="carries">{t('trace.carries')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="quality" className={classes.tab}>
          <DatasetQuality dataset={dataset} />
        </Tabs.Panel>
        <Tabs.Panel value="provenance" className={classes.tab}>
          <Provenance dataset={dataset} />
        </Tabs.Panel>
        <Tabs.Panel value="carries" className={classes.tab}>
          <CarriesPanel kind="dataset" id={dataset.id} />
        </Tabs.Panel>
      </Tabs>
    </StagePage>
  );
}
