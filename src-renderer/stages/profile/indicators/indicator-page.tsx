import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconChartDots, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { CarriesPanel } from '../../../app/trace/trace-panel.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../../ui/stage-page.tsx';
import { CellConflict } from './cell-conflict.tsx';
import { CellTable } from './cell-table.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { DefinitionPanel } from './definition-panel.tsx';
import { KnowledgePanel } from './knowledge-panel.tsx';
import { ObservationDrawer } from './observation-drawer.tsx';
import { TargetPanel } from './target-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { useIndicators } from './use-indicators.ts';

/** Everything about one indicator: what it means, its values side by side, over time, in similar places, its targets, and what is known about knowing it. */
export function IndicatorPage() {
  const { t, direction } = useTexts();
  const { queries } = useEngine();
  const { code = '' } = useParams({ strict: false });
  const book = useIndicators();
  const add = useMutation(queries.indicators.add.mutationOptions());
  const [editedId, setEditedId] = useState<string | null>(null);
  const [disputedKey, setDisputedKey] = useState<string | null>(null);
  if (!book) return <Skeleton height="24rem" />;
  const definition = book.definitionOf(code);
  const back = (
    <Button
      variant="subtle"
      component={Link}
      to="/profile/indicators"
      leftSection={<IconArrowLeft size="1rem" stroke={1.6} aria-hidden style={direction === 'rtl' ? { transform: 'scaleX(-1)' } : undefined} />}
    >
      {t('indicators.back')}
    </Button>
  );
  if (!definition)
    return (
      <StagePage title={code} purpose={t('indicators.filter.none')} actions={back}>
        {null}
      </StagePage>
    );
  const cells = book.cellsOf(code);
  const edited = book.observations.find((observation) => observation.id === editedId);
  const disputed = cells.find((cell) => cell.key === disputedKey);
  const start = () => add.mutate({ indicatorCode: code }, { onSuccess: (observation) => setEditedId(observation.id) });

  return (
    <StagePage
      wide
      title={definition.name}
      purpose={`${definition.code} · ${definition.framework} · ${[definition.unit, t(`indicators.direction.${definition.direction}`)].filter(Boolean).join(' · ')}`}
      actions={
        <>
          {back}
          <Button leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />} loading={add.isPending} onClick={start}>
            {t('indicators.add')}
          </Button>
        </>
      }
    >
      {cells.length === 0 ? (
        <EmptyState icon={IconChartDots} title={t('indicators.one.values.none')}>
          {definition.explanation}
        </EmptyState>
      ) : (
        <Panel title={t('indicators.one.values')} note={t('indicators.one.values.note')} plain>
          <CellTable cells={cells} definition={definition} staleOf={book.staleOf} onEdit={setEditedId} onChoose={setDisputedKey} />
        </Panel>
      )}
      <TrendPanel key={`trend ${code}`} cells={cells} definition={definition} />
      <ComparePanel key={`compare ${code}`} cells={cells} definition={definition} />
      <TargetPanel cells={cells} definition={definition} />
      <CarriesPanel key={`carries ${code}`} kind="indicator" id={code} />
      <KnowledgePanel code={code} />
      <DefinitionPanel definition={definition} book={book} />
      {edited ? <ObservationDrawer observation={edited} catalogue={book.definitions} onClose={() => setEditedId(null)} /> : null}
      {disputed ? <CellConflict key={disputed.key} cell={disputed} definition={definition} onClose={() => setDisputedKey(null)} /> : null}
    </StagePage>
  );
}
