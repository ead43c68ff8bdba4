import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Pillar } from '#shared/domain/policy-frame.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './plan.module.css';

/** A pillar of the plan above its objectives. */
export function PillarHead({ pillar, pillars }: { pillar: Pillar; pillars: readonly Pillar[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.policy.updatePillar.mutationOptions());
  const remove = useMutation(queries.policy.removePillar.mutationOptions());
  const setOrder = useMutation(queries.policy.setOrder.mutationOptions());
  const confirm = useConfirm();
  const place = pillars.findIndex(({ id }) => id === pillar.id);
  const move = (by: -1 | 1) => {
    const ids = pillars.map(({ id }) => id);
    const [own, other] = [ids[place], ids[place + by]];
    if (!own || !other) return;
    ids[place] = other;
    ids[place + by] = own;
    setOrder.mutate({ kind: 'pillar', ids });
  };
  const name = pillar.title || t('policy.untitled');
  const actions = [
    { key: 'up', label: t('policy.moveUp'), Icon: IconArrowUp, isOff: place <= 0, act: () => move(-1) },
    { key: 'down', label: t('policy.moveDown'), Icon: IconArrowDown, isOff: place === pillars.length - 1, act: () => move(1) },
    {
      key: 'remove',
      label: t('policy.removePillar'),
      Icon: IconTrash,
      isOff: false,
      act: () =>
        confirm.ask({
          title: t('policy.removePillar'),
          body: t('policy.removePillarBody', { title: name }),
          action: t('action.remove'),
          onConfirm: () => remove.mutate({ id: pillar.id }),
        }),
    },
  ];
  return (
    <div className={classes.pillarHead}>
      <IconColumns3 size="1.25rem" stroke={1.6} aria-hidden />
      <div className={classes.pillarName}>
        <SavedTextInput
          aria-label={t('policy.pillarTitle', { number: place + 1 })}
          placeholder={t('policy.pillarHint')}
          value={pillar.title}
          onSave={(title) => update.mutate({ id: pillar.id, patch: { title } })}
        />
        <SavedTextarea
          aria-label={t('policy.pillarDescription', { name })}
          placeholder={t('policy.pillarDescriptionHint')}
          value={pillar.description}
          onSave={(description) => update.mutate({ id: pillar.id, patch: { description } })}
          minRows={1}
        />
      </div>
      <Group gap={2} wrap="nowrap">
        {actions.map(({ key, label, Icon, isOff, act }) => (
          <Tooltip key={key} label={label}>
            <ActionIcon color="gray" aria-label={`${label}: ${name}`} disabled={isOff} onClick={act}>
              <Icon size="1.1rem" stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ))}
      </Group>
      {confirm.dialog}
    </div>
  );
}
