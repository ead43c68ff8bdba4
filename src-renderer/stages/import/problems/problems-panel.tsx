import { Button, CopyButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Problem } from '#shared/domain/imports.ts';
import type { Recipe } from '#shared/domain/recipes.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from '../import.module.css';
import type { ImportStep } from '../steps.ts';
import { adviceFor, stepOfAdvice } from './advice.ts';
import { downloadText, problemsAsCsv } from './problem-list.ts';

interface ProblemCount {
  readonly code: string;
  readonly count: number;
  readonly dropsRow: boolean;
}

const effects = ['all', 'dropped', 'kept'] as const;

/** What could not be used as it stands: how often each kind and what to do about it, then the places in the file, to be searched and taken along. */
export function ProblemsPanel({
  fileName,
  problems,
  counts,
  dateOrder,
  onStep,
}: {
  fileName: string;
  problems: readonly Problem[];
  counts: readonly ProblemCount[];
  dateOrder: Recipe['dateOrder'];
  /** Where something can be done about them; left out where the file is in the project already. */
  onStep?: (step: ImportStep) => void;
}) {
  const { t, formats } = useTexts();
  const [only, setOnly] = useState<string | null>(null);
  const [effect, setEffect] = useState<(typeof effects)[number]>('all');
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const textOf = useMemo(() => {
    const order = t(`import.dateOrder.${dateOrder ?? 'ymd'}`);
    return (problem: Pick<Problem, 'code' | 'row' | 'column' | 'value' | 'params'>) =>
      t(`problem.${problem.code}` as TextKey, { value: problem.value, row: problem.row ?? '–', column: problem.column ?? '–', ...problem.params, order });
  }, [t, dateOrder]);
  const effectOf = useMemo(() => (problem: Pick<Problem, 'dropsRow'>) => t(problem.dropsRow ? 'import.problems.dropped' : 'import.problems.kept'), [t]);
  const columns = useMemo<ColumnDef<Problem, unknown>[]>(
    () => [
      { accessorKey: 'row', header: t('import.problems.row'), meta: { isNumber: true, width: '5rem' }, cell: ({ row }) => formats.count(row.original.row) },
      { accessorKey: 'column', header: t('import.problems.column'), meta: { width: '9rem' }, cell: ({ row }) => <bdi>{row.original.column ?? '–'}</bdi> },
      { id: 'what', header: t('import.problems.what'), enableSorting: false, cell: ({ row }) => textOf(row.original) },
      { accessorKey: 'dropsRow', header: t('import.problems.effect'), meta: { width: '8rem' }, cell: ({ row }) => effectOf(row.original) },
    ],
    [t, formats, textOf, effectOf],
  );
  const shown = useMemo(() => {
    const needle = wanted.trim().toLocaleLowerCase();
    return problems.filter(
      (problem) =>
        (only === null || problem.code === only) &&
        (effect === 'all' || problem.dropsRow === (effect === 'dropped')) &&
        (needle === '' || `${problem.row} ${problem.column} ${problem.value}`.toLocaleLowerCase().includes(needle)),
    );
  }, [problems, only, effect, wanted]);
  if (counts.length === 0) return null;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const asCsv = () =>
    problemsAsCsv(shown, {
      header: [t('import.problems.row'), t('import.problems.column'), t('workbench.categories.value'), t('import.problems.what'), t('import.problems.effect')],
      textOf,
      effectOf,
    });
  return (
    <Panel title={t('import.problems.title')} note={t('import.problems.note')} plain>
      <ul className={classes.counts}>
        {counts.map(({ code, count, dropsRow }) => {
          const advice = adviceFor(code);
          const step = stepOfAdvice[advice];
          const listed = problems.filter((problem) => problem.code === code);
          const isOneOfSeveral = listed.some(({ value }) => value !== listed[0]?.value);
          return (
            <li key={`${code}${dropsRow}`} data-chosen={only === code || undefined}>
              <strong className={classes.countNumber}>{formats.count(count)}</strong>
              <span className={classes.countWords}>
                {textOf(listed[0] ?? { code, row: null, column: null, value: '…' })}{' '}
                {isOneOfSeveral ? <span className={classes.faint}>{t('import.problems.oneOfSeveral')} </span> : null}
                <span className={dropsRow ? classes.caution : classes.faint}>{effectOf({ dropsRow })}</span>
                {advice === 'none' ? null : <span className={classes.advice}>{t(`workbench.advice.${advice}`)}</span>}
              </span>
              <span className={classes.countActions}>
                {onStep && step ? (
                  <Button variant="subtle" size="xs" onClick={() => onStep(step)}>
                    {t(`workbench.step.${step}`)}
                  </Button>
                ) : null}
                {counts.length > 1 ? (
                  <Button variant="subtle" size="xs" aria-pressed={only === code} onClick={() => setOnly(only === code ? null : code)}>
                    {t(only === code ? 'import.problems.showAll' : 'import.problems.showOnly')}
                  </Button>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      <div className={classes.tools}>
        <TextInput
          size="sm"
          aria-label={t('workbench.problems.search')}
          placeholder={t('workbench.problems.search')}
          leftSection={<IconSearch size="1rem" stroke={1.6} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          dir="auto"
        />
        <SegmentedControl
          size="sm"
          aria-label={t('import.problems.effect')}
          value={effect}
          onChange={(value) => setEffect(value as (typeof effects)[number])}
          data={effects.map((value) => ({ value, label: t(`workbench.problems.effect.${value}`) }))}
        />
        <span className={classes.toolsEnd}>
          <CopyButton value={shown.map((problem) => `${problem.row ?? ''}\t${problem.column ?? ''}\t${textOf(problem)}`).join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" size="sm" onClick={copy}>
                {t(copied ? 'data.recipeCopied' : 'workbench.problems.copy')}
              </Button>
            )}
          </CopyButton>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconDownload size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => downloadText(`${fileName.replace(/\.[^.]*$/, '')} - ${t('workbench.problems.fileName')}.csv`, asCsv())}
          >
            {t('workbench.problems.download')}
          </Button>
        </span>
      </div>
      <DataTable
        caption={t('import.problems.title')}
        rows={shown}
        columns={columns}
        rowKey={(problem) => `${problem.row} ${problem.column} ${problem.code} ${problem.value}`}
        empty={<p className={classes.tableNote}>{t('workbench.problems.noneLikeThis')}</p>}
        maxHeight="24rem"
      />
      {problems.length < total ? (
        <p className={classes.tableNote}>{t('import.problems.first', { shown: formats.count(problems.length), total: formats.count(total) })}</p>
      ) : null}
    </Panel>
  );
}
