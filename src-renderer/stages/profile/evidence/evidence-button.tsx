import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconQuote } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FigureFacts } from '#shared/domain/figure-facts.ts';
import type { EvidenceInput, ShownFigure } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { FigureRows } from '../../../ui/chart/figure-table.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import { EvidenceDrawer } from './evidence-drawer.tsx';

/** What of a figure is kept beside its sentence. */
export type FigureToKeep = Pick<ShownFigure, 'table' | 'facts'>;

const mostKeptRows = 500;

/** The table behind a figure, as it is kept. */
export function keptFigure(table: FigureRows, facts: FigureFacts): FigureToKeep {
  return { table: keptTable(table), facts };
}

export function keptTable(table: FigureRows): ShownFigure['table'] {
  return { columns: table.columns.map(({ label }) => label), rows: table.rows.slice(0, mostKeptRows).map((row) => [...row]) };
}

/**
 * What can be done with a figure of the explore screen: open how it was made, keep it as evidence with one click, or put it under a finding.
 * Its sentence, its filter, its source and the figures themselves are kept.
 */
export function EvidenceButton({ about, scope, sentence, figure }: { about: string; scope: ExploreScope; sentence: string; figure?: FigureToKeep }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  // Pressed before the figures are there, it would keep an empty table.
  const isReady = figure === undefined || figure.table.rows.length > 0;
  const text = scope.words ? `${sentence} (${scope.words})` : sentence;
  const offer = (): Omit<EvidenceInput, 'stance'> => ({
    kind: 'incidents',
    text,
    source: scope.sourceNames,
    refId: scope.datasetId,
    shown: figure ? { title: about, about: scope.words, keptAt: new Date().toISOString(), ...figure } : null,
  });
  return (
    <Group gap={2} wrap="nowrap">
      {figure?.facts ? <FigureFactsButton facts={figure.facts} about={about} /> : null}
      <KeepButton about={about} offer={offer} isReady={isReady} />
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconQuote size="1rem" stroke={1.6} aria-hidden />}
        disabled={!isReady}
        onClick={() => setOpen(true)}
        aria-label={`${t('findings.useAsEvidence')}: ${about}`}
      >
        {t('findings.useAsEvidence')}
      </Button>
      {isOpen ? <EvidenceDrawer offer={offer()} areaIds={scope.filter.areaId ? [scope.filter.areaId] : []} onClose={() => setOpen(false)} /> : null}
    </Group>
  );
}

/** One click keeps what is shown; it waits on the findings' screen. */
export function KeepButton({ about, offer, isReady = true }: { about: string; offer: () => Omit<EvidenceInput, 'stance'>; isReady?: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const keep = useMutation(queries.findings.keep.mutationOptions());
  const save = async () => {
    await keep.mutateAsync({ ...offer(), stance: 'for' });
    notifications.show({
      message: (
        <>
          {t('findings.kept')} <a href="#/profile/findings">{t('findings.kept.where')}</a>
        </>
      ),
    });
  };
  return (
    <Tooltip label={t('findings.keep')}>
      <ActionIcon
        variant="subtle"
        size="2.25rem"
        loading={keep.isPending}
        disabled={!isReady}
        aria-label={`${t('findings.keep')}: ${about}`}
        onClick={() => save().catch(() => undefined)}
      >
        <IconBookmark size="1.15rem" stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
