import { Button, Progress, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DatasetComparison } from '#shared/domain/datasets.ts';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Comparison } from '../comparison.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';
import { useStream } from '../use-stream.ts';
import { recipeOf } from '../with-answers.ts';
import type { Summary } from './use-summary.ts';

/** Whether the file takes the place of an earlier one, and what would change. */
export function EditionPanel({ work, preview, summary }: { work: ImportWork; preview: ImportPreview; summary: Summary }) {
  const { t, formats } = useTexts();
  const { client, queries } = useEngine();
  const { follow, progress } = useStream();
  const { replaces } = summary.options;
  const [compared, setCompared] = useState<{ before: string; comparison: DatasetComparison } | null>(null);
  const [isComparing, setComparing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const datasets = useQuery(queries.imports.datasets.queryOptions()).data ?? [];
  const likely = new Set(preview.earlierEditions.map(({ datasetId }) => datasetId));
  const candidates = datasets
    .filter(({ kind, id }) => kind === preview.recipe.kind && (likely.size === 0 || likely.has(id) || id === work.replaces))
    .sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1))
    .slice(0, 6);
  if (candidates.length === 0) return null;

  const compare = async (before: string) => {
    setComparing(true);
    setError(null);
    const comparison = await follow(
      (signal) =>
        client.imports.compareFile(
          { file: preview.file, kind: preview.recipe.kind, recipe: recipeOf(preview, work.patch), recipeId: null, before },
          { signal },
        ),
      setError,
    );
    setComparing(false);
    if (comparison) setCompared({ before, comparison });
  };
  const share = progress?.total ? (progress.done / progress.total) * 100 : null;
  return (
    <Panel title={t('workbench.edition.title')} note={t(likely.size > 0 ? 'workbench.edition.likely' : 'workbench.edition.note')}>
      <Radio.Group value={replaces ?? ''} onChange={(id) => summary.set({ replaces: id || null })} aria-label={t('workbench.edition.title')}>
        <div className={classes.choices}>
          <Radio value="" label={t('workbench.edition.none')} />
          {candidates.map((dataset) => (
            <Radio
              key={dataset.id}
              value={dataset.id}
              label={t('workbench.edition.of', { name: `\u2068${dataset.title || dataset.fileName}\u2069` })}
              description={t('workbench.edition.facts', { at: formats.instant(dataset.importedAt), rows: formats.count(dataset.imported) })}
            />
          ))}
        </div>
      </Radio.Group>
      {replaces ? (
        <div className={classes.compare}>
          <Button variant="default" onClick={() => void compare(replaces)} disabled={isComparing || compared?.before === replaces}>
            {t('workbench.edition.compare')}
          </Button>
          <div className={classes.compareBar} data-on={isComparing || undefined}>
            <Progress value={share ?? 100} animated={share === null} size="xs" aria-label={t('workbench.edition.compare')} />
          </div>
          {error ? <Notice kind="caution">{errorText(t, error)}</Notice> : null}
          {compared?.before === replaces ? <Comparison comparison={compared.comparison} /> : null}
        </div>
      ) : null}
    </Panel>
  );
}
