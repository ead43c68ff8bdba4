import { ActionIcon, Button, Drawer, Stack, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHistory } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ObjectMoment, ObjectReference } from '#shared/domain/history.ts';
import { useEngine, useProject } from '../engine/engine-provider.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import { FieldChanges, ObjectCard } from './object-card.tsx';
import classes from './object-history.module.css';
import { useChangeWords } from './use-change-words.ts';

export type NamedObject = ObjectReference & { readonly name: string };

/** The past of one object, newest first; any of its moments can be returned to. */
export function ObjectHistoryDrawer({
  object,
  onClose,
  onInTimeline,
}: {
  object: NamedObject | null;
  onClose: () => void;
  /** Where a timeline stands beside it: shows only this object there. */
  onInTimeline?: () => void;
}) {
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
      {object && onInTimeline ? (
        <Button variant="default" size="compact-md" onClick={onInTimeline}>
          {t('history.object.inTimeline')}
        </Button>
      ) : null}
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
  const newestIndex = moments.findIndex((moment) => moment.type === type);
  const oldestIndex = moments.findLastIndex((moment) => moment.type === type);
  const putBack = isReadOnly ? null : (revision: number) => restore({ type, id, revision });
  return (
    <ol className={classes.moments}>
      {moments.map((moment, index) => (
        <li key={`${moment.revision} ${moment.type} ${moment.id}`}>
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
            {moment.type === type ? <FieldChanges change={moment} /> : <ObjectCard change={moment} />}
            {moment.type === type ? (
              <MomentActions moment={moment} isNewest={index === newestIndex} isOldest={index === oldestIndex} onPutBack={putBack} />
            ) : null}
          </Stack>
        </li>
      ))}
    </ol>
  );
}

/** The way back to one moment: to what stood after it, and where nothing older is told, to what stood before it. */
function MomentActions({
  moment,
  isNewest,
  isOldest,
  onPutBack,
}: {
  moment: ObjectMoment;
  isNewest: boolean;
  isOldest: boolean;
  onPutBack: ((revision: number) => void) | null;
}) {
  const { t } = useTexts();
  const isThere = moment.kind !== 'removed';
  return (
    <>
      {isNewest && isThere ? <span className={classes.now}>{t('history.object.now')}</span> : null}
      {onPutBack && !isNewest && isThere ? (
        <Button variant="default" size="compact-md" className={classes.back} onClick={() => onPutBack(moment.revision)}>
          {t('history.restoreMoment')}
        </Button>
      ) : null}
      {onPutBack && ((isOldest && moment.kind === 'changed') || (isNewest && !isThere)) ? (
        <Button variant="default" size="compact-md" className={classes.back} onClick={() => onPutBack(moment.revision - 1)}>
          {t('history.restoreBefore')}
        </Button>
      ) : null}
    </>
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

/** The same as a sign alone, in a row of signs. */
export function ObjectHistoryIcon({ object, label }: { object: NamedObject; label: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon aria-label={label} onClick={() => setIsOpen(true)}>
          <IconHistory size="1.1rem" stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <ObjectHistoryDrawer object={isOpen ? object : null} onClose={() => setIsOpen(false)} />
    </>
  );
}
