import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBookmark, IconDots, IconPencil, IconRestore, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Snapshot } from '#shared/domain/history.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { CompactPanel } from './compact-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { SnapshotDialog } from './snapshot-dialog.tsx';
import classes from './snapshots.module.css';
import { usePutBack } from './use-put-back.tsx';

/** Named states of the project: make, compare, go back; and the size of the history. */
export function SnapshotsPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const snapshots = useQuery(queries.history.snapshots.queryOptions()).data;
  const [editing, setEditing] = useState<Snapshot | 'new' | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const make = isReadOnly ? null : (
    <Button leftSection={<IconBookmark size="1rem" stroke={1.6} aria-hidden />} onClick={() => setEditing('new')}>
      {t('snapshots.make')}
    </Button>
  );
  return (
    <StagePage title={t('snapshots.title')} purpose={t('snapshots.purpose')} actions={snapshots && snapshots.length > 0 ? make : null}>
      <Panel title={t('snapshots.list')} plain>
        {snapshots && snapshots.length === 0 ? (
          <EmptyState icon={IconBookmark} title={t('snapshots.empty.title')} action={make}>
            {t('snapshots.empty.body')}
          </EmptyState>
        ) : (
          <ul className={classes.list}>
            {(snapshots ?? []).map((snapshot) => (
              <SnapshotRow
                key={snapshot.id}
                snapshot={snapshot}
                isReadOnly={isReadOnly}
                onEdit={() => setEditing(snapshot)}
                onCompare={() => {
                  setFrom(snapshot.id);
                  document.getElementById('compare')?.scrollIntoView({ block: 'start' });
                }}
              />
            ))}
          </ul>
        )}
      </Panel>
      {snapshots && snapshots.length > 0 ? <ComparePanel snapshots={snapshots} from={from ?? snapshots[0]?.id ?? ''} onFrom={setFrom} /> : null}
      <CompactPanel hasSnapshots={Boolean(snapshots?.length)} />
      <SnapshotDialog snapshot={editing} onClose={() => setEditing(null)} />
    </StagePage>
  );
}

function SnapshotRow({ snapshot, isReadOnly, onEdit, onCompare }: { snapshot: Snapshot; isReadOnly: boolean; onEdit: () => void; onCompare: () => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { ask: askRemove, dialog: removeDialog } = useConfirm();
  const { ask: askPutBack, dialog: putBackDialog } = usePutBack();
  const { mutate: remove } = useMutation(queries.history.removeSnapshot.mutationOptions());
  const name = snapshot.name || t('history.noName');
  const at = formats.instant(snapshot.madeAt);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <bdi className={classes.name}>{name}</bdi>
        <span className={classes.when}>{snapshot.person ? t('snapshots.madeBy', { at, person: snapshot.person }) : at}</span>
        {snapshot.note ? (
          <p className={classes.note}>
            <bdi>{snapshot.note}</bdi>
          </p>
        ) : null}
      </div>
      <Button variant="default" size="compact-md" aria-label={t('snapshots.compareNowNamed', { name })} onClick={onCompare}>
        {t('snapshots.compareNow')}
      </Button>
      {isReadOnly ? null : (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('snapshots.more', { name })}>
              <IconDots size="1.1rem" stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size="1rem" stroke={1.6} aria-hidden />} onClick={onEdit}>
              {t('snapshots.edit')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconRestore size="1rem" stroke={1.6} aria-hidden />}
              onClick={() => askPutBack({ revision: snapshot.revision, at: snapshot.madeAt })}
            >
              {t('snapshots.restore')}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
              onClick={() =>
                askRemove({
                  title: t('snapshots.removeTitle', { name }),
                  body: t('snapshots.removeBody'),
                  action: t('action.remove'),
                  onConfirm: () => remove({ id: snapshot.id }),
                })
              }
            >
              {t('snapshots.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {removeDialog}
      {putBackDialog}
    </li>
  );
}
