import { Button, Group, Modal, PasswordInput, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { countedThings, type FileContents, type FileCopy } from '#shared/domain/copies.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { lastChangeWords } from './copy-words.ts';
import classes from './file-page.module.css';

/** What the copy holds beside what the project holds now, before it takes its place. */
export function RestoreDialog({ copy, now, onClose }: { copy: FileCopy | null; now: FileContents; onClose: () => void }) {
  const { t, formats } = useTexts();
  return (
    <Modal
      opened={copy !== null}
      onClose={onClose}
      size="lg"
      title={copy ? t('restore.title', { when: formats.instant(copy.madeAt) }) : undefined}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
    >
      {copy ? <RestoreForm key={copy.path} copy={copy} now={now} onClose={onClose} /> : null}
    </Modal>
  );
}

function RestoreForm({ copy, now, onClose }: { copy: FileCopy; now: FileContents; onClose: () => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const queryClient = useQueryClient();
  const project = useProject();
  const [passphrase, setPassphrase] = useState('');
  const needsPassphrase = copy.problem === 'other-passphrase';
  const restore = useMutation(
    queries.copies.restore.mutationOptions({
      meta: { showsOwnError: true },
      onSuccess: async ({ kept }) => {
        onClose();
        notifications.show({ color: 'green', message: t('restore.done', { when: formats.instant(copy.madeAt), kept }), autoClose: 15_000, withBorder: true });
        await queryClient.invalidateQueries();
      },
    }),
  );

  return (
    <div className={classes.restore}>
      {copy.contents ? <Comparison then={copy.contents} now={now} /> : null}
      {project?.hasPassphrase && !copy.hasPassphrase ? <Notice kind="caution">{t('restore.unlocks')}</Notice> : null}
      {needsPassphrase ? (
        <PasswordInput
          label={t('restore.passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
          autoComplete="off"
          dir="auto"
        />
      ) : null}
      <Notice>{t('restore.keeps')}</Notice>
      {restore.error ? <Notice kind="danger">{errorText(t, restore.error)}</Notice> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('action.cancel')}
        </Button>
        <Button
          loading={restore.isPending}
          disabled={needsPassphrase && passphrase === ''}
          onClick={() => restore.mutate({ copy: copy.file, ...(needsPassphrase && { passphrase }) })}
        >
          {t('restore.do')}
        </Button>
      </Group>
    </div>
  );
}

function Comparison({ then, now }: { then: FileContents; now: FileContents }) {
  const { t, formats } = useTexts();
  return (
    <>
      <p className={classes.last}>{t('restore.lastChange', { change: lastChangeWords(t, formats, then) })}</p>
      <Table className={classes.comparison}>
        <Table.Caption className="visually-hidden">{t('restore.comparison')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('restore.what')}</Table.Th>
            <Table.Th scope="col" data-number>
              {t('restore.then')}
            </Table.Th>
            <Table.Th scope="col" data-number>
              {t('restore.now')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {countedThings.map((thing) => (
            <Table.Tr key={thing} data-differs={then.counts[thing] !== now.counts[thing] || undefined}>
              <Table.Th scope="row">{t(`copies.thing.${thing}`)}</Table.Th>
              <Table.Td data-number>{formats.count(then.counts[thing])}</Table.Td>
              <Table.Td data-number>{formats.count(now.counts[thing])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
