import { Button, Group, type GroupProps } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useConfirm } from '../../ui/confirm.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import { type NamedObject, ObjectHistoryButton } from './object-history.tsx';

interface ObjectFootProps extends Pick<GroupProps, 'mt'> {
  readonly object: NamedObject;
  /** «History» unless said otherwise. */
  readonly historyLabel?: string;
  /** «Remove» unless said otherwise. */
  readonly removeLabel?: string;
  /** Asked before anything is removed; without it the removal is only told, with its way back. */
  readonly question?: { readonly title: string; readonly body: string; readonly action?: string };
  readonly onRemove: () => void;
  /** What else can be done with the object. */
  readonly children?: ReactNode;
}

/** How the drawer of an object ends: its history on one side, its removal far from it on the other. */
export function ObjectFoot({ object, historyLabel, removeLabel, question, onRemove, children, mt }: ObjectFootProps) {
  const { t } = useTexts();
  const { ask, dialog } = useConfirm();
  const remove = () => (question ? ask({ action: t('action.remove'), ...question, onConfirm: onRemove }) : onRemove());
  return (
    <Group mt={mt} justify="space-between">
      {children}
      <ObjectHistoryButton object={object} label={historyLabel ?? t('history.object.open')} />
      <Button variant="subtle" color="red" leftSection={<IconTrash size="1.1rem" stroke={1.6} aria-hidden />} onClick={remove}>
        {removeLabel ?? t('action.remove')}
      </Button>
      {dialog}
    </Group>
  );
}
