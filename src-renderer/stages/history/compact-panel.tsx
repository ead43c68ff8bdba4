import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { byteText } from '../outputs/byte-text.ts';

/** What the history costs, and the deliberate act that makes it smaller. */
export function CompactPanel({ hasSnapshots }: { hasSnapshots: boolean }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const size = useQuery(queries.history.size.queryOptions()).data;
  const { ask, dialog } = useConfirm();
  const { mutate: compact, isPending } = useMutation(
    queries.history.compact.mutationOptions({
      onSuccess: ({ bytesBefore, bytesAfter }) =>
        notifications.show({
          message: t('compact.done', { before: byteText(formats, bytesBefore), after: byteText(formats, bytesAfter) }),
          withBorder: true,
        }),
    }),
  );
  if (!size) return <Skeleton h="6rem" />;
  const changes = t('compact.changes', { count: size.changes });
  const bytes = byteText(formats, size.bytes);
  const body = [t('compact.confirmBody', { changes, size: bytes }), hasSnapshots ? '' : t('compact.confirmNoSnapshots')].filter(Boolean).join(' ');
  return (
    <Panel title={t('compact.title')} note={t('compact.note')}>
      <p>{t('compact.size', { changes, at: formats.instant(size.firstAt), size: bytes })}</p>
      {isReadOnly ? null : (
        <Button
          variant="default"
          loading={isPending}
          onClick={() => ask({ title: t('compact.confirmTitle'), body, action: t('compact.confirm'), onConfirm: () => compact({}) })}
        >
          {t('compact.action')}
        </Button>
      )}
      {dialog}
    </Panel>
  );
}
