import { Group, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Stakeholder, StakeholderInput } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { ObjectFoot } from '../../app/history/object-foot.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { ObjectDrawer } from '../../ui/object-drawer.tsx';
import { SavedTextarea, SavedTextInput } from '../../ui/saved-text.tsx';
import { ContactsPanel } from '../people/contacts-panel.tsx';
import { AreasChoice } from './register/areas-cell.tsx';
import { RatingsPanel } from './register/ratings-panel.tsx';
import { GroupChoice } from './represents-cell.tsx';
import { useStakeholderWords } from './use-stakeholders.ts';

/** Everything about one stakeholder, beside the register. */
export function StakeholderDrawer({ stakeholder, onClose }: { stakeholder: Stakeholder | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={stakeholder} onClose={onClose} size="32rem" title={stakeholder?.name || t('register.nameless')}>
      {(shown) => <Details key={shown.id} stakeholder={shown} onClose={onClose} />}
    </ObjectDrawer>
  );
}

function Details({ stakeholder, onClose }: { stakeholder: Stakeholder; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const words = useStakeholderWords();
  const { mutate: update } = useMutation(queries.stakeholders.update.mutationOptions());
  const { mutate: remove } = useMutation(queries.stakeholders.remove.mutationOptions());
  const save = (patch: Partial<StakeholderInput>) => update({ id: stakeholder.id, patch });
  return (
    <Stack gap="md">
      <SavedTextInput label={t('register.name')} value={stakeholder.name} onSave={(name) => save({ name })} />
      <Group grow align="end">
        <Select
          label={t('register.sector')}
          data={words.sectors}
          value={stakeholder.sector}
          allowDeselect={false}
          onChange={(value) => {
            const sector = words.sectors.find((option) => option.value === value)?.value;
            if (sector) save({ sector });
          }}
        />
        <Select
          label={t('register.kind')}
          data={words.kinds}
          value={stakeholder.kind}
          allowDeselect={false}
          onChange={(value) => {
            const kind = words.kinds.find((option) => option.value === value)?.value;
            if (kind) save({ kind });
          }}
        />
      </Group>
      <Select
        label={t('field.level')}
        description={t('register.levelNote')}
        placeholder="–"
        data={words.levels}
        value={stakeholder.level === '' ? null : stakeholder.level}
        clearable
        clearButtonProps={{ 'aria-label': t('register.filter.clear') }}
        onChange={(value) => save({ level: words.levels.find((option) => option.value === value)?.value ?? '' })}
      />
      <AreasChoice stakeholder={stakeholder} onSave={(areaIds) => save({ areaIds })} />
      <SavedTextarea
        label={t('register.mandate')}
        description={t('register.mandateNote')}
        value={stakeholder.mandate}
        onSave={(mandate) => save({ mandate })}
        minRows={3}
      />
      <RatingsPanel stakeholder={stakeholder} />
      <GroupChoice chosen={stakeholder.represents} onSave={(represents) => save({ represents })} />
      <SavedTextarea label={t('register.note')} description={t('register.noteNote')} value={stakeholder.note} onSave={(note) => save({ note })} minRows={3} />
      <ContactsPanel stakeholderId={stakeholder.id} name={stakeholder.name} />
      <ObjectFoot
        object={{ type: 'stakeholder', id: stakeholder.id, name: stakeholder.name }}
        historyLabel={t('history.object.stakeholder')}
        removeLabel={t('register.remove')}
        question={{ title: t('register.removeTitle', { name: stakeholder.name || t('register.nameless') }), body: t('register.removeBody') }}
        onRemove={() => {
          remove({ id: stakeholder.id });
          onClose();
        }}
      />
    </Stack>
  );
}
