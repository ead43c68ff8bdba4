import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { depths, type Workshop, type WorkshopInput, workshopKinds } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useWorkshopName } from '../workshop-picker.tsx';
import classes from './agenda.module.css';

/** The workshop itself: title, place, days, kind. */
export function WorkshopDetails({ workshop }: { workshop: Workshop }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const isReadOnly = project?.isReadOnly ?? true;
  const { ask, dialog } = useConfirm();
  const nameOf = useWorkshopName();
  const { mutate: update } = useMutation(queries.workshops.update.mutationOptions());
  const { mutate: remove } = useMutation(queries.workshops.remove.mutationOptions());
  const save = (patch: Partial<WorkshopInput>) => update({ id: workshop.id, patch });
  return (
    <Panel title={t('workshops.details')}>
      <Stack gap="md">
        <div className={classes.fields}>
          <SavedTextInput label={t('workshops.title')} value={workshop.title} onSave={(title) => save({ title })} disabled={isReadOnly} />
          <SavedTextInput label={t('workshops.place')} value={workshop.place} onSave={(place) => save({ place })} disabled={isReadOnly} />
          <TextInput
            label={t('workshops.startsOn')}
            type="date"
            value={workshop.startsOn ?? ''}
            disabled={isReadOnly}
            onChange={(event) => {
              const startsOn = event.currentTarget.value || null;
              const endsOn = startsOn && workshop.endsOn && workshop.endsOn < startsOn ? startsOn : workshop.endsOn;
              save({ startsOn, endsOn });
            }}
          />
          <TextInput
            label={t('workshops.endsOn')}
            type="date"
            value={workshop.endsOn ?? ''}
            min={workshop.startsOn ?? undefined}
            disabled={isReadOnly}
            onChange={(event) => save({ endsOn: event.currentTarget.value || null })}
          />
          <Select
            label={t('workshops.kind')}
            data={workshopKinds.map((kind) => ({ value: kind, label: t(`workshops.kind.${kind}`) }))}
            value={workshop.kind}
            allowDeselect={false}
            disabled={isReadOnly}
            onChange={(value) => {
              const kind = workshopKinds.find((each) => each === value);
              if (kind) save({ kind });
            }}
          />
          <Select
            label={t('workshops.depth')}
            data={depths.map((depth) => ({ value: depth, label: t(`workshops.depth.${depth}`) }))}
            value={workshop.depth}
            allowDeselect={false}
            disabled={isReadOnly}
            onChange={(value) => {
              const depth = depths.find((each) => each === value);
              if (depth) save({ depth });
            }}
          />
          <SavedNumberInput
            label={t('workshops.smallestGroup')}
            description={t('workshops.smallestGroupNote', { count: project?.city.smallNumberThreshold ?? 5 })}
            value={workshop.smallestGroup}
            min={3}
            max={20}
            allowDecimal={false}
            disabled={isReadOnly}
            onSave={(smallestGroup) => save({ smallestGroup: smallestGroup === null ? null : Math.min(20, Math.max(3, Math.round(smallestGroup))) })}
          />
          {workshop.kind === 'training' ? (
            <SavedTextInput label={t('workshops.course')} value={workshop.course} onSave={(course) => save({ course })} disabled={isReadOnly} />
          ) : null}
        </div>
        <SavedTextarea label={t('workshops.purpose')} value={workshop.purpose} onSave={(purpose) => save({ purpose })} disabled={isReadOnly} />
        {isReadOnly ? null : (
          <Group justify="flex-end">
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
              onClick={() =>
                ask({
                  title: t('workshops.remove.title', { name: nameOf(workshop) }),
                  body: t('workshops.remove.body'),
                  action: t('workshops.remove.do'),
                  onConfirm: () => remove({ id: workshop.id }),
                })
              }
            >
              {t('workshops.remove.do')}
            </Button>
          </Group>
        )}
      </Stack>
      {dialog}
    </Panel>
  );
}
