import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { SurveyEstimate, SurveyInfo } from '#shared/domain/surveys.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FigureFactsButton, UndefinedFigure } from '../../../ui/figure-facts.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { KeepButton } from '../evidence/evidence-button.tsx';
import { differenceWords, estimateSentence, intervalWords, sourceWords, valueWords } from './estimate-words.ts';
import { SaveEstimateDrawer } from './save-estimate-drawer.tsx';
import classes from './survey.module.css';
import type { SurveyChoice } from './use-survey-choice.ts';

/** Every group with what its figure rests on, and what can be done with it. */
export function EstimateTable({ survey, choice }: { survey: SurveyInfo; choice: SurveyChoice }) {
  const { t, formats } = useTexts();
  const { estimates, request, codes } = choice;
  const [saving, setSaving] = useState<SurveyEstimate | null>(null);
  const isMean = estimates?.isMean === true;
  const columns = useMemo<ColumnDef<SurveyEstimate, unknown>[]>(
    () => [
      {
        id: 'group',
        header: t('surveys.group'),
        accessorFn: ({ label }) => label || t('surveys.everybody'),
        cell: ({ row: { original } }) => (
          <>
            {original.label || t('surveys.everybody')}
            {original.warnings.length > 0 ? (
              <div className={classes.warnings}>{original.warnings.map((warning) => t(`surveys.warning.${warning}`)).join(' ')}</div>
            ) : null}
            {original.difference === null ? null : <div className={classes.warnings}>{differenceWords(t, formats, original.difference)}</div>}
            {original.value === null || original.mayBeKept ? null : <div className={classes.warnings}>{t('surveys.notKept')}</div>}
          </>
        ),
      },
      {
        id: 'value',
        header: t(isMean ? 'surveys.mean' : 'surveys.share'),
        accessorFn: ({ value }) => value ?? -1,
        cell: ({ row: { original } }) =>
          original.value === null ? <UndefinedFigure reason={original.undefinedReason ?? 'no-answers'} /> : valueWords(formats, isMean, original.value),
        meta: { isNumber: true },
      },
      {
        id: 'interval',
        header: t('surveys.interval'),
        enableSorting: false,
        cell: ({ row }) => <span className={classes.interval}>{intervalWords(formats, isMean, row.original)}</span>,
        meta: { isNumber: true },
      },
      { id: 'n', header: t('surveys.answers.n'), accessorFn: ({ n }) => n, cell: ({ row }) => formats.count(row.original.n), meta: { isNumber: true } },
      {
        id: 'effective',
        header: t('surveys.effectiveN'),
        accessorFn: ({ effectiveN }) => effectiveN ?? -1,
        cell: ({ row: { original } }) => (
          <>
            {formats.count(original.effectiveN)}
            {original.designEffect === null ? null : (
              <div className={classes.warnings}>{t('surveys.deffIs', { deff: formats.decimal(original.designEffect, 2) })}</div>
            )}
          </>
        ),
        meta: { isNumber: true },
      },
      {
        id: 'missing',
        header: t('surveys.missing'),
        accessorFn: ({ missing }) => missing,
        cell: ({ row }) => formats.count(row.original.missing),
        meta: { isNumber: true },
      },
      {
        id: 'actions',
        header: () => <span className="visually-hidden">{t('surveys.actions')}</span>,
        enableSorting: false,
        cell: ({ row: { original } }) => {
          const about = original.label || t('surveys.everybody');
          const offer = () => ({
            kind: 'survey' as const,
            text: estimates ? estimateSentence(t, formats, { estimates, estimate: original, codes }) : '',
            source: sourceWords(survey),
            refId: survey.datasetId,
            shown: {
              title: (estimates?.question.wording ?? '').slice(0, 500),
              about,
              table: { columns: [], rows: [] },
              facts: original.facts,
              keptAt: new Date().toISOString(),
            },
          });
          return (
            <div className={classes.rowActions}>
              <FigureFactsButton facts={original.facts} about={about} />
              {original.value === null ? null : (
                <>
                  {original.mayBeKept ? <KeepButton about={about} offer={offer} /> : null}
                  <Tooltip label={t('surveys.saveAsValue')}>
                    <ActionIcon variant="subtle" size="2.25rem" aria-label={`${t('surveys.saveAsValue')}: ${about}`} onClick={() => setSaving(original)}>
                      <IconTargetArrow size="1.15rem" stroke={1.6} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                </>
              )}
            </div>
          );
        },
      },
    ],
    [t, formats, isMean, estimates, codes, survey],
  );
  if (!estimates) return null;
  const rows = [estimates.total, ...estimates.groups];
  return (
    <Panel
      title={t('surveys.table.title')}
      note={
        estimates.withoutGroup > 0 && estimates.groups.length > 0 ? t('surveys.withoutGroup', { people: formats.count(estimates.withoutGroup) }) : undefined
      }
      plain
    >
      <DataTable caption={t('surveys.table.title')} rows={rows} columns={columns} rowKey={({ key }) => key || 'all'} />
      {saving && request ? (
        <SaveEstimateDrawer
          request={request}
          group={saving.key === '' ? null : saving.key}
          sentence={estimateSentence(t, formats, { estimates, estimate: saving, codes })}
          onClose={() => setSaving(null)}
        />
      ) : null}
    </Panel>
  );
}
