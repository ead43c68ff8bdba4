import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import type { RatingDimension, RatingSources, Stakeholder, StandingChange } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import classes from './grid.module.css';
import { filterOf, firstMoments } from './moments.ts';
import { GroupChoice, MomentChoice } from './rating-choice.tsx';
import { StandingPlot } from './standing-plot.tsx';

interface Row extends StandingChange {
  readonly stakeholder: Stakeholder;
}

/** Who stood elsewhere at another time: arrows on the field and a table with the raters of both times. What changed, never why. */
export function ChangeView({ stakeholders, sources, modes }: { stakeholders: readonly Stakeholder[]; sources: RatingSources; modes: ReactNode }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [moments, setMoments] = useState(() => firstMoments(sources));
  const [groupId, setGroupId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const input = { before: filterOf(moments.before, groupId), after: filterOf(moments.after, groupId) };
  const result = useQuery({ ...queries.stakeholders.change.queryOptions({ input }), placeholderData: keepPreviousData }).data;
  const rows = useMemo(() => {
    const known = new Map(stakeholders.map((stakeholder) => [stakeholder.id, stakeholder]));
    return (result?.changes ?? [])
      .flatMap((change): Row[] => {
        const stakeholder = known.get(change.id);
        return stakeholder ? [{ ...change, stakeholder }] : [];
      })
      .sort((a, b) => distanceOf(b) - distanceOf(a));
  }, [result, stakeholders]);
  const moved = rows.filter((row) => row.hasMoved);
  const onField = moved.filter(({ difference }) => Math.abs(difference.power ?? 0) + Math.abs(difference.interest ?? 0) > 0);
  const isSame = moments.before === moments.after;
  const sum = (count: (row: Row) => number) => rows.reduce((most, row) => Math.max(most, count(row)), 0);
  return (
    <>
      <div className={classes.controls}>{modes}</div>
      <div className={classes.controls}>
        <MomentChoice
          label={t('standingChange.then')}
          isLabelled
          sources={sources}
          value={moments.before}
          onChange={(before) => setMoments({ ...moments, before })}
        />
        <MomentChoice
          label={t('standingChange.now')}
          isLabelled
          sources={sources}
          value={moments.after}
          onChange={(after) => setMoments({ ...moments, after })}
        />
        <GroupChoice sources={sources} value={groupId} onChange={setGroupId} />
      </div>
      {isSame ? <Notice kind="info">{t('standingChange.same')}</Notice> : null}
      {result && result.hiddenRatings > 0 ? <Notice kind="info">{t('plot.hidden', { count: result.hiddenRatings })}</Notice> : null}
      {isSame || !result ? null : (
        <>
          <p className={classes.sentence}>
            <strong>{t('standingChange.moved', { count: moved.length, field: onField.length })}</strong>{' '}
            {t('standingChange.raters', {
              before: sum(({ before }) => before.raterCount),
              after: sum(({ after }) => after.raterCount),
              same: sum(({ sameRaters }) => sameRaters),
            })}{' '}
            {t('standingChange.noCause')}
          </p>
          <StandingPlot
            items={onField.map(({ stakeholder, before, after }) => ({ stakeholder, standing: after, before }))}
            chosen={chosen}
            onChoose={setChosen}
            label={t('standingChange.picture')}
          />
          <Panel title={t('standingChange.table')} plain>
            <ChangeTable rows={rows} chosen={chosen} />
          </Panel>
        </>
      )}
    </>
  );
}

/** How far a body went on the field, in scores. One that is new or gone comes before those that stayed. */
function distanceOf({ difference, hasMoved }: StandingChange): number {
  const way = Math.hypot(difference.power ?? 0, difference.interest ?? 0);
  return way > 0 ? way : hasMoved ? 0.1 : 0;
}

function ChangeTable({ rows, chosen }: { rows: readonly Row[]; chosen: string | null }) {
  const { t, formats } = useTexts();
  const words = useStakeholderWords();
  const columns = useMemo((): ColumnDef<Row, unknown>[] => {
    const short = (value: number | null) => formats.decimal(value, Number.isInteger(value) ? 0 : 1);
    const signed = new Intl.NumberFormat(formats.language, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
    const figure = (dimension: RatingDimension): ColumnDef<Row, unknown> => ({
      id: dimension,
      accessorFn: (row) => row.difference[dimension] ?? undefined,
      sortUndefined: 'last',
      header: words.dimension(dimension),
      cell: ({ row: { original } }) => {
        const { before, after, difference } = original;
        const change = difference[dimension];
        return (
          <span className={classes.thenNow} data-changed={change !== null && change !== 0 ? '' : undefined}>
            {t('standingChange.fromTo', { before: short(before.spread[dimension].median), after: short(after.spread[dimension].median) })}
            {change !== null && change !== 0 ? <small>{signed.format(change)}</small> : null}
          </span>
        );
      },
      meta: { width: '6rem' },
    });
    const pair = (id: string, header: string, word: (row: Row, when: 'before' | 'after') => string, width: string): ColumnDef<Row, unknown> => ({
      id,
      accessorFn: (row) => `${word(row, 'before') === word(row, 'after') ? 1 : 0} ${word(row, 'after')}`,
      header,
      cell: ({ row: { original } }) =>
        word(original, 'before') === word(original, 'after') ? (
          <span className={classes.same}>{word(original, 'after')}</span>
        ) : (
          <span className={classes.thenNow} data-changed="">
            {t('standingChange.fromTo', { before: word(original, 'before'), after: word(original, 'after') })}
          </span>
        ),
      meta: { width },
    });
    return [
      {
        id: 'name',
        accessorFn: (row) => row.stakeholder.name,
        header: t('history.type.stakeholder'),
        cell: ({ row }) => <span dir="auto">{row.original.stakeholder.name || t('register.nameless')}</span>,
        meta: { width: '14rem' },
      },
      figure('power'),
      figure('interest'),
      pair('place', t('register.place'), (row, when) => words.placeName(row[when].gridPlace), '14rem'),
      pair('salience', t('section.salience'), (row, when) => words.className(row[when].salience), '14rem'),
      figure('stance'),
      {
        id: 'raters',
        accessorFn: (row) => row.sameRaters,
        header: t('plot.raters'),
        cell: ({ row: { original } }) =>
          t('standingChange.ratersOf', { before: original.before.raterCount, after: original.after.raterCount, same: original.sameRaters }),
        meta: { width: '10rem' },
      },
    ];
  }, [t, formats, words]);
  return (
    <DataTable
      caption={t('standingChange.table')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      maxHeight="40rem"
      isSelected={(row) => row.id === chosen}
    />
  );
}
