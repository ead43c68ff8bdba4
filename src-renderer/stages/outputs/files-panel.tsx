import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload, IconFolder } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { byteText } from './byte-text.ts';
import classes from './outputs-page.module.css';

interface OutputFile {
  readonly fileName: string;
  readonly path: string;
  readonly byteCount: number;
  readonly changedAt: string;
  readonly file: string;
}

/** What was made so far and lies beside the project. */
export function FilesPanel() {
  const { t, formats } = useTexts();
  const { queries, files } = useEngine();
  const folder = useQuery(queries.outputs.folder.queryOptions()).data;
  const columns = useMemo<ColumnDef<OutputFile, unknown>[]>(
    () => [
      { accessorKey: 'fileName', header: t('outputs.file'), cell: (cell) => <bdi>{cell.getValue() as string}</bdi> },
      { accessorKey: 'byteCount', header: t('outputs.size'), meta: { isNumber: true }, cell: (cell) => byteText(formats, cell.getValue() as number) },
      { accessorKey: 'changedAt', header: t('outputs.when'), cell: (cell) => formats.instant(cell.getValue() as string) },
      {
        id: 'present',
        header: '',
        enableSorting: false,
        cell: ({ row }) => {
          const label = t(files.presentsInFolder ? 'outputs.showInFolder' : 'outputs.download');
          return (
            <Tooltip label={label}>
              <ActionIcon aria-label={`${label}: ${row.original.fileName}`} onClick={() => void files.present(row.original)}>
                {files.presentsInFolder ? <IconFolder size="1.1rem" stroke={1.6} /> : <IconDownload size="1.1rem" stroke={1.6} />}
              </ActionIcon>
            </Tooltip>
          );
        },
      },
    ],
    [t, formats, files],
  );
  return (
    <Panel title={t('outputs.files')} note={folder ? <bdo dir="ltr">{folder.path}</bdo> : undefined} plain>
      <DataTable
        caption={t('outputs.files')}
        rows={folder?.files ?? []}
        columns={columns}
        rowKey={(file) => file.path}
        initialSorting={[{ id: 'changedAt', desc: true }]}
        empty={<p className={classes.none}>{t('outputs.filesNone')}</p>}
      />
    </Panel>
  );
}
