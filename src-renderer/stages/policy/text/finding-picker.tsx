import { Button, Group, Modal, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** Chooses the finding that a live part tells. */
export function FindingPicker({ isOpen, onClose, onPick }: { isOpen: boolean; onClose: () => void; onPick: (id: string) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const findings = useQuery({ ...queries.findings.list.queryOptions(), enabled: isOpen }).data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('policyText.live.finding')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Select
        label={t('policyText.whichFinding')}
        data={findings.map(({ id, sentence }) => ({ value: id, label: sentence || t('output.noWords') }))}
        value={chosen}
        onChange={setChosen}
        searchable
        nothingFoundMessage={t('policyText.noFindings')}
        data-autofocus
      />
      <Group justify="flex-end" mt="lg">
        <Button
          disabled={chosen === null}
          onClick={() => {
            if (chosen) onPick(chosen);
            onClose();
          }}
        >
          {t('policyText.insert')}
        </Button>
      </Group>
    </Modal>
  );
}
