import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadBackPreview } from '#shared/domain/read-back.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { ChangesPanel } from './read-back/changes-panel.tsx';
import { ProblemsPanel } from './read-back/problems-panel.tsx';

interface Read {
  readonly file: string;
  readonly preview: ReadBackPreview;
}

/** An edited workbook, compared with the project: every change is shown, and only what is chosen is taken. */
export function ReadBackPage() {
  const { t } = useTexts();
  const { client, queries, files } = useEngine();
  const [read, setRead] = useState<Read | null>(null);
  const [taken, setTaken] = useState<number | null>(null);
  const look = useMutation({
    mutationFn: async (file: string): Promise<Read> => ({ file, preview: await client.readBack.preview({ file }) }),
    onSuccess: setRead,
  });
  const take = useMutation(queries.readBack.take.mutationOptions());
  const choose = async () => {
    const chosen = await files.chooseToOpen('table');
    if (!chosen) return;
    setTaken(null);
    setRead(null);
    look.mutate(chosen.file);
  };
  const onTake = (keys: readonly string[]) => {
    if (!read) return;
    take.mutate(
      { file: read.file, keys: [...keys] },
      {
        onSuccess: (result) => {
          setTaken(result.taken);
          look.mutate(read.file);
        },
      },
    );
  };
  const button = (
    <Button
      variant={read ? 'default' : 'filled'}
      loading={look.isPending}
      leftSection={<IconFileSpreadsheet size="1.1rem" stroke={1.6} aria-hidden />}
      onClick={choose}
    >
      {read ? t('readBack.chooseOther') : t('readBack.choose')}
    </Button>
  );
  const nothing = read !== null && read.preview.changes.length === 0 && read.preview.problems.length === 0;
  return (
    <StagePage title={t('section.readBack')} purpose={t('readBack.purpose')} wide actions={read ? button : null}>
      <div role="status">
        {taken === null ? null : <Notice kind="good">{t('readBack.taken', { count: taken })}</Notice>}
        {read?.preview.isOlder && taken === null && !nothing ? <Notice>{t('readBack.older')}</Notice> : null}
        {nothing ? <Notice kind="good">{t('readBack.nothing', { count: read.preview.rows })}</Notice> : null}
      </div>
      {read === null ? (
        <Panel>
          <EmptyState icon={IconFileSpreadsheet} title={t('readBack.empty.title')} action={button}>
            {t('readBack.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {read && read.preview.problems.length > 0 ? <ProblemsPanel problems={read.preview.problems} /> : null}
      {read && read.preview.changes.length > 0 ? (
        <ChangesPanel key={`${read.file} ${look.submittedAt}`} changes={read.preview.changes} isTaking={take.isPending} onTake={onTake} />
      ) : null}
    </StagePage>
  );
}
