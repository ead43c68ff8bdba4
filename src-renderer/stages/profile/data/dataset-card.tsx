import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChartHistogram,
  IconInfoCircle,
  IconMap2,
  IconMessageQuestion,
  IconTable,
  IconTableColumn,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Dataset } from '#shared/domain/imports.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './data.module.css';

const icons = {
  areas: IconMap2,
  population: IconUsersGroup,
  incidents: IconTable,
  figures: IconTableColumn,
  survey: IconMessageQuestion,
  stakeholders: IconUsersGroup,
  indicators: IconChartHistogram,
};

/** One imported file: counts, problems, period, and the words that say where it is from. */
export function DatasetCard({ dataset }: { dataset: Dataset }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.imports.updateDataset.mutationOptions());
  const remove = useMutation(queries.imports.removeDataset.mutationOptions());
  const { ask, dialog } = useConfirm();
  const Icon = icons[dataset.kind];
  const leftOut = dataset.rows - dataset.imported;
  const { firstYear, lastYear } = dataset;
  const years = firstYear === null ? '' : firstYear === lastYear || lastYear === null ? String(firstYear) : `${firstYear}–${lastYear}`;
  const facts = [
    t(`import.kind.${dataset.kind}`),
    leftOut > 0
      ? t('data.rowsOf', { imported: formats.count(dataset.imported), rows: formats.count(dataset.rows) })
      : t('data.rows', { count: dataset.imported, imported: formats.count(dataset.imported) }),
    years,
    t('data.importedAt', { at: formats.instant(dataset.importedAt) }),
  ];
  const remarks = dataset.problemCounts.filter((problem) => !problem.dropsRow).reduce((sum, problem) => sum + problem.count, 0);
  const dropped = dataset.problemCounts.filter((problem) => problem.dropsRow).reduce((sum, problem) => sum + problem.count, 0);
  return (
    <article className={classes.card} aria-label={dataset.fileName}>
      <Icon size="1.5rem" stroke={1.4} aria-hidden className={classes.icon} />
      <div className={classes.main}>
        <h2 className={classes.name}>
          <bdi>{dataset.fileName}</bdi>
        </h2>
        <p className={classes.facts}>{facts.filter(Boolean).join(' · ')}</p>
        {dataset.problemCounts.length > 0 ? (
          <details className={classes.problems}>
            <summary data-caution={dropped > 0 || undefined}>
              {dropped > 0 ? <IconAlertTriangle size="1rem" stroke={1.8} aria-hidden /> : <IconInfoCircle size="1rem" stroke={1.8} aria-hidden />}
              {[dropped > 0 ? t('data.dropped', { count: dropped }) : '', remarks > 0 ? t('data.remarks', { count: remarks }) : ''].filter(Boolean).join(' · ')}
            </summary>
            <ul>
              {dataset.problemCounts.map((problem) => (
                <li key={`${problem.code}${problem.dropsRow}`}>
                  {t('import.problems.line', {
                    count: formats.count(problem.count),
                    what: t(`problem.${problem.code}` as TextKey, { value: '…', column: '…', row: '…' }),
                  })}{' '}
                  <span className={classes.effect}>{t(problem.dropsRow ? 'import.problems.dropped' : 'import.problems.kept')}</span>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        <div className={classes.fields}>
          <SavedTextInput
            label={t('data.source')}
            placeholder={t('data.source.placeholder')}
            value={dataset.source}
            onSave={(source) => update.mutate({ id: dataset.id, source })}
          />
          <SavedTextInput
            label={t('data.licence')}
            placeholder={t('data.licence.placeholder')}
            value={dataset.licence}
            onSave={(licence) => update.mutate({ id: dataset.id, licence })}
          />
        </div>
      </div>
      <div className={classes.actions}>
        <CopyButton value={JSON.stringify(dataset.recipe, null, 2)}>
          {({ copied, copy }) => (
            <Button variant="subtle" size="xs" onClick={copy}>
              {t(copied ? 'data.recipeCopied' : 'data.copyRecipe')}
            </Button>
          )}
        </CopyButton>
        <Tooltip label={t('data.remove')}>
          <ActionIcon
            color="red"
            aria-label={`${t('data.remove')}: ${dataset.fileName}`}
            onClick={() =>
              ask({
                title: t('data.remove.title', { name: dataset.fileName }),
                body: t(`data.remove.${dataset.kind}`, { rows: formats.count(dataset.imported) }),
                action: t('action.remove'),
                onConfirm: () => remove.mutate({ id: dataset.id }),
              })
            }
          >
            <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {dialog}
    </article>
  );
}
