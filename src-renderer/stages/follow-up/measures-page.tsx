import { Button, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { MeasureProgress } from '#shared/domain/follow-up.ts';
import { measureStatuses } from '#shared/domain/policy.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useWantedObject } from '../../app/wanted-object.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import { useBodyNames } from '../stakeholders/network/use-network.ts';
import { useStakeholders } from '../stakeholders/use-stakeholders.ts';
import classes from './follow-up.module.css';
import { Mark } from './mark.tsx';
import { MeasureReports } from './reports/measure-drawer.tsx';
import { statusLooks } from './reports/status-looks.ts';
import { useDateWords } from './use-date-words.ts';

/** Where every measure stands: status, time, money, and what is late. */
export function MeasuresPage() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const measures = useQuery(queries.followUp.measures.queryOptions()).data;
  const wanted = useWantedObject();
  const [openId, setOpenId] = useState<string | null>(wanted);
  const [shown, setShown] = useState<'all' | 'late'>('all');
  const late = measures?.filter((measure) => measure.late.length > 0) ?? [];
  return (
    <StagePage title={t('section.measureStatus')} purpose={t('followUp.measures.purpose')} wide>
      {measures?.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconListCheck}
            title={t('followUp.measures.empty.title')}
            action={
              <Button component={Link} to="/policy">
                {t('followUp.toPlan')}
              </Button>
            }
          >
            {t('followUp.measures.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {measures && measures.length > 0 ? (
        <>
          <StatRow>
            {measureStatuses
              .filter((status) => status !== 'stopped' || measures.some((one) => one.status === status))
              .map((status) => (
                <Stat key={status} value={formats.count(measures.filter((one) => one.status === status).length)} label={t(`measureStatus.${status}`)} />
              ))}
            {measures.some((one) => one.status === null) ? (
              <Stat value={formats.count(measures.filter((one) => one.status === null).length)} label={t('measureStatus.unknown')} />
            ) : null}
          </StatRow>
          <Panel
            title={t('followUp.measures.table')}
            plain
            actions={
              <SegmentedControl
                aria-label={t('followUp.filter')}
                value={shown}
                onChange={(value) => setShown(value === 'late' ? 'late' : 'all')}
                data={[
                  { value: 'all', label: t('followUp.measures.all', { count: measures.length }) },
                  { value: 'late', label: t('followUp.measures.late', { count: late.length }) },
                ]}
              />
            }
          >
            <MeasureTable measures={shown === 'late' ? late : measures} onOpen={setOpenId} />
          </Panel>
        </>
      ) : null}
      <MeasureReports measure={measures?.find(({ measureId }) => measureId === openId) ?? null} onClose={() => setOpenId(null)} />
    </StagePage>
  );
}

function MeasureTable({ measures, onOpen }: { measures: readonly MeasureProgress[]; onOpen: (id: string) => void }) {
  const { t, formats } = useTexts();
  const day = useDateWords();
  const { nameOf } = useBodyNames(useStakeholders() ?? []);
  const columns = useMemo((): ColumnDef<MeasureProgress, unknown>[] => {
    return [
      {
        id: 'title',
        header: t('policy.measure'),
        accessorFn: ({ title }) => title,
        meta: { width: '30%' },
        cell: ({ row: { original } }) => (
          <div className={classes.nameCell}>
            <button type="button" className={classes.name} dir="auto" onClick={() => onOpen(original.measureId)}>
              {original.title || t('policy.untitledMeasure')}
            </button>
            <div className={classes.soft}>
              <bdi>{original.ownerId ? nameOf(original.ownerId) : t('check.measure-without-owner')}</bdi>
            </div>
          </div>
        ),
      },
      {
        id: 'status',
        header: t('followUp.status'),
        accessorFn: ({ status }) => measureStatuses.indexOf(status ?? 'not-started'),
        cell: ({ row: { original } }) => (
          <>
            <Mark {...statusLooks[original.status ?? 'unknown']}>{t(`measureStatus.${original.status ?? 'unknown'}`)}</Mark>
            <div className={classes.soft}>{original.statusOn ? t('followUp.since', { on: day(original.statusOn) }) : null}</div>
          </>
        ),
      },
      {
        id: 'period',
        header: t('policy.period'),
        accessorFn: ({ endsOn }) => endsOn,
        cell: ({ row: { original } }) => (
          <>
            {original.startsOn || original.endsOn ? `${day(original.startsOn)} – ${day(original.endsOn)}` : '–'}
            {original.elapsed === null ? null : (
              <>
                <Bar share={original.elapsed} />
                <div className={classes.soft}>{t('followUp.timeGone', { share: formats.percent(original.elapsed) })}</div>
              </>
            )}
          </>
        ),
      },
      {
        id: 'spent',
        header: t('followUp.spentOfBudget'),
        accessorFn: ({ spentShare }) => spentShare ?? -1,
        cell: ({ row: { original } }) => (
          <>
            {original.spent === null ? <span className={classes.soft}>{t('followUp.spentUnknown')}</span> : formats.money(original.spent, original.currency)}
            {original.spentShare === null ? null : <Bar share={original.spentShare} />}
            <div className={classes.soft}>
              {original.budget === null ? t('followUp.noBudget') : t('followUp.ofBudget', { amount: formats.money(original.budget, original.currency) })}
            </div>
          </>
        ),
      },
      {
        id: 'late',
        header: t('followUp.late'),
        accessorFn: ({ late }) => late.length,
        cell: ({ row: { original } }) =>
          original.late.length === 0 ? (
            '–'
          ) : (
            <span className={`${classes.marks} ${classes.late}`}>
              {original.late.map((reason) => (
                <Mark key={reason} tone="caution" icon={IconAlertTriangle}>
                  {t(`late.${reason}`)}
                </Mark>
              ))}
            </span>
          ),
      },
    ];
  }, [t, formats, day, nameOf, onOpen]);
  return (
    <DataTable
      caption={t('followUp.measures.table')}
      rows={measures}
      columns={columns}
      rowKey={({ measureId }) => measureId}
      empty={
        <EmptyState icon={IconListCheck} title={t('followUp.measures.noneLate.title')}>
          {t('followUp.measures.noneLate.body')}
        </EmptyState>
      }
    />
  );
}

function Bar({ share }: { share: number }) {
  return (
    <div className={classes.bar} aria-hidden>
      <span data-over={share > 1 || undefined} style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
    </div>
  );
}
