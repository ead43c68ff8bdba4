import { Modal, Stack } from '@mantine/core';
import type { Tie, TieInput } from '#shared/domain/network.ts';
import { ObjectFoot } from '../../../app/history/object-foot.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { KindChoice } from './kind-choice.tsx';
import { isolated } from './use-network.ts';

/** What a line that was drawn means: one press says it. */
export function NewTieDialog({ from, to, onChoose, onClose }: { from: string; to: string; onChoose: (kind: Tie['kind']) => void; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('network.newTitle', { from: isolated(from), to: isolated(to) })}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
    >
      <KindChoice chosen={null} onChoose={onChoose} />
    </Modal>
  );
}

/** One tie: what it does, who told it, what is to be said about it. */
export function TieDialog({
  tie,
  nameOf,
  onSave,
  onRemove,
  onClose,
}: {
  tie: Tie;
  nameOf: (id: string) => string;
  onSave: (patch: Partial<TieInput>) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const title = t('network.tieTitle', { from: isolated(nameOf(tie.fromId)), to: isolated(nameOf(tie.toId)) });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="md">
        <KindChoice chosen={tie.kind} onChoose={(kind) => onSave({ kind })} />
        <SavedTextInput
          label={t('field.informant')}
          description={t('network.informantNote')}
          value={tie.informant}
          onSave={(informant) => onSave({ informant })}
        />
        <SavedTextarea label={t('field.note')} value={tie.note} onSave={(note) => onSave({ note })} />
        <ObjectFoot object={{ type: 'influence_tie', id: tie.id, name: title }} removeLabel={t('network.remove')} onRemove={onRemove} />
      </Stack>
    </Modal>
  );
}
