import { Button, Checkbox } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import type { SurveyQuestionRecipe } from '#shared/domain/recipes.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';
import { QuestionDrawer } from './question-drawer.tsx';

interface QuestionRow {
  readonly column: string;
  readonly sample: readonly string[];
  readonly question: SurveyQuestionRecipe | null;
}

/** The questions of a survey: which columns are kept, their wording, their codes and which of those say nothing. */
export function QuestionTable({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t, formats } = useTexts();
  const { questions } = preview.recipe;
  const { change } = work;
  const [open, setOpen] = useState<string | null>(null);
  const rows = useMemo<QuestionRow[]>(
    () => preview.columns.filter(({ field }) => field === null).map(({ name, sample }) => ({ column: name, sample, question: questions[name] ?? null })),
    [preview.columns, questions],
  );
  const columns = useMemo<ColumnDef<QuestionRow, unknown>[]>(() => {
    const keep = (row: QuestionRow, isKept: boolean) => {
      const { [row.column]: _former, ...others } = questions;
      change({ questions: isKept ? { ...others, [row.column]: blankQuestion(row) } : others });
    };
    return [
      {
        id: 'kept',
        header: t('workbench.questions.keep'),
        enableSorting: false,
        meta: { width: '5rem' },
        cell: ({ row: { original } }) => (
          <Checkbox
            checked={original.question !== null}
            onChange={(event) => keep(original, event.currentTarget.checked)}
            aria-label={t('workbench.questions.keepOf', { column: original.column })}
          />
        ),
      },
      { accessorKey: 'column', header: t('import.columns.column'), meta: { width: '9rem' }, cell: ({ row }) => <bdi>{row.original.column}</bdi> },
      {
        id: 'wording',
        header: t('workbench.questions.wording'),
        enableSorting: false,
        cell: ({ row: { original } }) =>
          original.question ? (
            <bdi>{original.question.wording || '–'}</bdi>
          ) : (
            <span className={classes.unused}>
              <bdi>{original.sample.slice(0, 4).join(' · ')}</bdi>
            </span>
          ),
      },
      {
        id: 'answers',
        header: t('workbench.questions.answers'),
        enableSorting: false,
        meta: { width: '14rem' },
        cell: ({ row: { original } }) =>
          original.question ? (
            <Button
              variant="default"
              size="compact-md"
              onClick={() => setOpen(original.column)}
              aria-label={t('workbench.questions.openOf', { column: original.column })}
            >
              {original.question.isNumeric
                ? t('workbench.questions.amount')
                : t('workbench.questions.codes', {
                    number: formats.count(original.question.options.length),
                    missing: formats.count(original.question.options.filter(({ isMissing }) => isMissing).length),
                  })}
            </Button>
          ) : (
            t('import.columns.unused')
          ),
      },
    ];
  }, [t, formats, questions, change]);
  const question = open === null ? undefined : questions[open];
  return (
    <Panel title={t('workbench.questions.title')} note={t('workbench.questions.note')} plain>
      <DataTable caption={t('workbench.questions.title')} rows={rows} columns={columns} rowKey={({ column }) => column} maxHeight="30rem" />
      {open !== null && question ? (
        <QuestionDrawer
          column={open}
          question={question}
          onChange={(next) => change({ questions: { ...questions, [open]: next } })}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Panel>
  );
}

function blankQuestion({ column, sample }: QuestionRow): SurveyQuestionRecipe {
  return { wording: column, isNumeric: false, options: sample.map((code) => ({ code, label: code, isMissing: false })) };
}
