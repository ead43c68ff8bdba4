import { Button } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import { EvidenceDrawer } from './evidence-drawer.tsx';

/** Starts a finding from a figure of the explore screen: its sentence, its filter and its source become the evidence. */
export function EvidenceButton({ about, scope, sentence }: { about: string; scope: ExploreScope; sentence: string }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const text = scope.words ? `${sentence} (${scope.words})` : sentence;
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconQuote size="1rem" stroke={1.6} aria-hidden />}
        onClick={() => setOpen(true)}
        aria-label={`${t('findings.useAsEvidence')}: ${about}`}
      >
        {t('findings.useAsEvidence')}
      </Button>
      {isOpen ? (
        <EvidenceDrawer
          offer={{ kind: 'incidents', text, source: scope.sourceNames, refId: scope.datasetId }}
          areaIds={scope.filter.areaId ? [scope.filter.areaId] : []}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
