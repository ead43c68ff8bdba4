import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Commitment, type CommitmentInput, commitmentStatuses } from '#shared/domain/follow-up.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectFoot } from '../../../app/history/object-foot.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { useBodyNames } from '../../stakeholders/network/use-network.ts';
import { useStakeholders } from '../../stakeholders/use-stakeholders.ts';
import classes from '../follow-up.module.css';

/** Everything about one promise, beside the list. */
export function CommitmentDrawer({ commitment, onClose }: { commitment: Commitment | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={commitment} onClose={onClose} size="32rem" title={t('history.type.commitment')}>
      {(shown) => <Details key={shown.id} commitment={shown} onClose={onClose} />}
    </ObjectDrawer>
  );
}

function Details({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { options } = useBodyNames(useStakeholders() ?? []);
  const measures = useQuery(queries.policy.measures.queryOptions()).data ?? [];
  const { mutate: update } = useMutation(queries.followUp.updateCommitment.mutationOptions());
  const { mutate: remove } = useMutation(queries.followUp.removeCommitment.mutationOptions());
  const save = (patch: Partial<CommitmentInput>) => update({ id: commitment.id, patch });
  return (
    <Stack gap="md">
      <SavedTextarea
        label={t('followUp.commitment.text')}
        value={commitment.text}
        onSave={(text) => save({ text })}
        data-autofocus={commitment.text === '' || undefined}
      />
      <Select
        label={t('followUp.commitment.owner')}
        description={commitment.ownerId === null && commitment.responsible ? t('followUp.commitment.saidBy', { name: commitment.responsible }) : undefined}
        data={options}
        value={commitment.ownerId}
        onChange={(ownerId) => save({ ownerId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('action.remove') }}
        nothingFoundMessage={t('city.nothingFound')}
      />
      <SavedTextInput
        label={t('followUp.commitment.madeTo')}
        description={t('followUp.commitment.madeToNote')}
        value={commitment.madeTo}
        onSave={(madeTo) => save({ madeTo })}
      />
      <div className={classes.form}>
        <TextInput
          type="date"
          label={t('followUp.commitment.madeOn')}
          value={commitment.madeOn ?? ''}
          onChange={(event) => save({ madeOn: event.currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label={t('followUp.commitment.dueOn')}
          value={commitment.dueOn ?? ''}
          onChange={(event) => save({ dueOn: event.currentTarget.value || null })}
        />
      </div>
      <Select
        label={t('history.type.measure')}
        data={measures.map(({ id, title }) => ({ value: id, label: title || t('policy.untitledMeasure') }))}
        value={commitment.measureId}
        onChange={(measureId) => save({ measureId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('action.remove') }}
      />
      <div className={classes.form}>
        <Select
          label={t('followUp.status')}
          data={commitmentStatuses.map((value) => ({ value, label: t(`commitmentStatus.${value}`) }))}
          value={commitment.status}
          allowDeselect={false}
          onChange={(status) => status && save({ status })}
        />
        <TextInput
          type="date"
          label={t('followUp.commitment.closedOn')}
          value={commitment.closedOn ?? ''}
          disabled={commitment.status === 'open'}
          onChange={(event) => save({ closedOn: event.currentTarget.value || null })}
        />
      </div>
      {commitment.lacksExplanation ? <Notice kind="caution">{t('followUp.commitment.sayWhy')}</Notice> : null}
      <SavedTextarea label={t('followUp.commitment.why')} value={commitment.explanation} onSave={(explanation) => save({ explanation })} />
      <Checkbox size="md" label={t('followUp.isPublic')} checked={commitment.isPublic} onChange={(event) => save({ isPublic: event.currentTarget.checked })} />
      <ObjectFoot
        object={{ type: 'commitment', id: commitment.id, name: commitment.text }}
        removeLabel={t('followUp.commitment.remove')}
        question={{ title: t('followUp.commitment.remove'), body: t('followUp.commitment.removeBody', { text: commitment.text }) }}
        onRemove={() => {
          remove({ id: commitment.id });
          onClose();
        }}
      />
    </Stack>
  );
}
