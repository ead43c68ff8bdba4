import { Button, Drawer, Menu, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHistory } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ObjectReference } from '#shared/domain/history.ts';
import { useEngine, useProject } from '../engine/engine-provider.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import { FieldChanges } from './object-card.tsx';
import classes from './object-history.module.css';
import { useChangeWords } from './use-change-words.ts';

export type NamedObject = ObjectReference & { readonly name: string };

/** The past of one object, newest first; any of its moments can be returned to. */
export function ObjectHistoryDrawer({ object, onClose }: { object: NamedObject | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Drawer
      opened={object !== null}
      onClose={onClose}
      position="right"
      size="34rem"
      title={object ? t('history.object.title', { name: object.name || t('history.noName') }) : ''}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {object ? <Moments key={object.id} object={object} /> : null}
    </Drawer>
  );
}

function Moments({ object }: { object: NamedObject }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const words = useChangeWords();
  const { type, id } = object;
  const moments = useQuery(queries.history.object.queryOptions({ input: { type, id } })).data;
  const { mutate: restore } = useMutation(
    queries.history.restoreObject.mutationOptions({
      onSuccess: () => notifications.show({ message: t('history.restored', { name: object.name || t('history.noName') }), withBorder: true }),
    }),
  );
  if (!moments) return <p>{t('history.loading')}</p>;
  if (moments.length === 0) return <p>{t('history.object.none')}</p>;
  return (
    <ol className={classes.moments}>
      {moments.map((moment, index) => (
        <li key={`${moment.revision} ${moment.at}`}>
          <Stack gap={4}>
            <span className={classes.when}>
              {formats.instant(moment.at)}
              {moment.person ? (
                <>
                  {' · '}
                  <bdi>{moment.person}</bdi>
                </>
              ) : null}
            </span>
            <span className={classes.words}>{words({ name: moment.changeName, params: moment.params })}</span>
            <FieldChanges change={moment} />
            {index === 0 ? (
              <span className={classes.now}>{moment.kind === 'removed' ? '' : t('history.object.now')}</span>
            ) : isReadOnly || moment.kind === 'removed' ? null : (
              <Button variant="default" size="compact-md" className={classes.back} onClick={() => restore({ type, id, revision: moment.revision })}>
                {t('history.restoreMoment')}
              </Button>
            )}
          </Stack>
        </li>
      ))}
    </ol>
  );
}

/** A quiet button in an editor: what this thing was before. */
export function ObjectHistoryButton({ object, label }: { object: NamedObject; label: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" leftSection={<IconHistory size="1rem" stroke={1.6} aria-hidden />} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <ObjectHistoryDrawer object={isOpen ? object : null} onClose={() => setIsOpen(false)} />
    </>
  );
}

/** The same as an item of a menu; the drawer is the caller's, because the menu goes away. */
export function ObjectHistoryItem({ label, onOpen }: { label: string; onOpen: () => void }) {
  return (
    <Menu.Item leftSection={<IconHistory size="1rem" stroke={1.6} aria-hidden />} onClick={onOpen}>
      {label}
    </Menu.Item>
  );
}
