import { Button, Skeleton } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { AddIndicatorDrawer } from './indicators/add-indicator-drawer.tsx';
import { ComputablePanel } from './indicators/computable-panel.tsx';
import { IndicatorTable } from './indicators/indicator-table.tsx';
import { ObservationDrawer } from './indicators/observation-drawer.tsx';

/** The figures that describe safety beyond incidents, each with its period, source and quality. */
export function IndicatorsPage() {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const catalogue = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data;
  const observations = useQuery(queries.indicators.observations.queryOptions()).data;
  const add = useMutation(queries.indicators.add.mutationOptions());
  const [isAdding, setAdding] = useState(false);
  const [editedId, setEditedId] = useState<string | null>(null);
  const edited = observations?.find((observation) => observation.id === editedId);
  const start = (indicatorCode: string) =>
    add.mutate(
      { indicatorCode },
      {
        onSuccess: (observation) => {
          setAdding(false);
          setEditedId(observation.id);
        },
      },
    );

  return (
    <StagePage
      wide
      title={t('section.indicators')}
      purpose={t('indicators.purpose')}
      actions={
        <>
          <Button variant="default" component={Link} to="/import/indicators" leftSection={<IconFileImport size="1.1rem" stroke={1.6} aria-hidden />}>
            {t('import.title.indicators')}
          </Button>
          <Button leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />} onClick={() => setAdding(true)}>
            {t('indicators.add')}
          </Button>
        </>
      }
    >
      {catalogue === undefined || observations === undefined ? (
        <Skeleton height="24rem" />
      ) : (
        <>
          <ComputablePanel catalogue={catalogue} observations={observations} />
          <Panel title={t('indicators.table.title')} note={t('indicators.table.note')} plain>
            <IndicatorTable catalogue={catalogue} observations={observations} onEdit={setEditedId} onStart={start} />
          </Panel>
        </>
      )}
      {isAdding && catalogue ? <AddIndicatorDrawer catalogue={catalogue} isPending={add.isPending} onStart={start} onClose={() => setAdding(false)} /> : null}
      {edited && catalogue ? <ObservationDrawer observation={edited} catalogue={catalogue} onClose={() => setEditedId(null)} /> : null}
    </StagePage>
  );
}
