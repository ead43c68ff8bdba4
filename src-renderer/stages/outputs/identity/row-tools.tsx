import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import classes from './identity.module.css';

/** Moves a thing of a list up and down, and removes it after one question. */
export function RowTools({
  what,
  name,
  ids,
  place,
  onRemove,
}: {
  what: 'logo' | 'signatory' | 'annex';
  name: string;
  ids: readonly string[];
  place: number;
  onRemove: () => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: order } = useMutation(queries.identity.order.mutationOptions());
  const move = (by: number) => {
    const next = [...ids];
    const [moved] = next.splice(place, 1);
    if (moved !== undefined) next.splice(place + by, 0, moved);
    order({ what, ids: next });
  };
  return (
    <span className={classes.tools}>
      <ActionIcon variant="subtle" aria-label={t('outputs.moveUp', { name })} disabled={place === 0} onClick={() => move(-1)}>
        <IconArrowUp size="1rem" stroke={1.6} />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={t('outputs.moveDown', { name })} disabled={place === ids.length - 1} onClick={() => move(1)}>
        <IconArrowDown size="1rem" stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={t('identity.removeOf', { name })}
        onClick={() => ask({ title: t('identity.removeOf', { name }), body: t('identity.removeBody'), action: t('action.remove'), onConfirm: onRemove })}
      >
        <IconTrash size="1rem" stroke={1.6} />
      </ActionIcon>
      {dialog}
    </span>
  );
}
