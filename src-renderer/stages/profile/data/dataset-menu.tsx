import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsDiff, IconDots, IconReplace, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Dataset } from '#shared/domain/datasets.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { handEdition } from '../../import/handed-file.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { datasetName } from './dataset-words.ts';

/** What can be done with a dataset besides looking at it. `others` are those of its kind. */
export function DatasetMenu({ dataset, others, onRemoved }: { dataset: Dataset; others: readonly Dataset[]; onRemoved?: () => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const navigate = useNavigate();
  const { ask, dialog } = useConfirm();
  const [isComparing, setComparing] = useState(false);
  const remove = useMutation(queries.imports.removeDataset.mutationOptions({ onSuccess: () => onRemoved?.() }));
  const name = datasetName(dataset);
  const newEdition = () => {
    handEdition(dataset.id);
    void navigate({ to: '/import/$kind', params: { kind: dataset.kind } });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t('data.actions', { name })}>
            <IconDots size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconReplace size="1.1rem" stroke={1.6} aria-hidden />} onClick={newEdition}>
            {t('data.newEdition')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsDiff size="1.1rem" stroke={1.6} aria-hidden />} disabled={others.length === 0} onClick={() => setComparing(true)}>
            {t('data.compare')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="var(--danger)"
            leftSection={<IconTrash size="1.1rem" stroke={1.6} aria-hidden />}
            onClick={() =>
              ask({
                title: t('data.remove.title', { name }),
                body: t(`data.remove.${dataset.kind}`, { rows: formats.count(dataset.imported) }),
                action: t('action.remove'),
                onConfirm: () => remove.mutate({ id: dataset.id }),
              })
            }
          >
            {t('data.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isComparing ? <CompareDialog dataset={dataset} others={others} onClose={() => setComparing(false)} /> : null}
      {dialog}
    </>
  );
}
