import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconBook2, IconDownload, IconFolder, IconGavel, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { smallestSensitiveCount } from '#shared/methods/disclosure.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { ownNameOf } from '../../app/texts/language-menu-items.tsx';
import { languages, useTexts } from '../../app/texts/texts-provider.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { byteText } from './byte-text.ts';
import { OutputCard } from './output-card.tsx';
import classes from './outputs-page.module.css';
import { type PreviewKind, PreviewModal } from './preview-modal.tsx';
import { ReleasesPanel } from './releases-panel.tsx';
import { ThresholdsPanel } from './thresholds-panel.tsx';

interface OutputFile {
  readonly fileName: string;
  readonly path: string;
  readonly byteCount: number;
  readonly changedAt: string;
  readonly file: string;
}

/** The workbook and the documents, made here and kept beside the project. */
export function OutputsPage() {
  const { t, formats, language } = useTexts();
  const { queries, files } = useEngine();
  const project = useProject();
  const [chosen, setChosen] = useState(language);
  const [preview, setPreview] = useState<PreviewKind | null>(null);
  const threshold = project?.city.smallNumberThreshold ?? 5;
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
    <StagePage
      title={t('outputs.title')}
      purpose={t('outputs.purpose')}
      actions={
        <Select
          label={t('outputs.language')}
          data={languages.map((tag) => ({ value: tag, label: ownNameOf(tag) }))}
          value={chosen}
          onChange={(value) => setChosen(value ?? language)}
          allowDeselect={false}
          w="12rem"
        />
      }
    >
      <div className={classes.cards}>
        <OutputCard kind="workbook" icon={IconTable} language={chosen} />
        <OutputCard kind="profile" icon={IconBook2} language={chosen} onPreview={() => setPreview('profile')} />
        <OutputCard kind="policy" icon={IconGavel} language={chosen} onPreview={() => setPreview('policy')} />
      </div>
      <Notice>{t('outputs.smallNumbers', { threshold, sensitive: Math.max(threshold, smallestSensitiveCount) })}</Notice>
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
      <ReleasesPanel />
      <ThresholdsPanel />
      <PreviewModal kind={preview} language={chosen} onClose={() => setPreview(null)} />
    </StagePage>
  );
}
