import { Button, SegmentedControl } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconClockExclamation,
  IconHeartHandshake,
  IconHourglass,
  IconPlus,
  type TablerIcon,
} from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Commitment, CommitmentStatus } from '#shared/domain/follow-up.ts';
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
import { CommitmentDrawer } from './promises/commitment-drawer.tsx';
import { OpenPromises } from './promises/open-promises.tsx';
import type { Tone } from './targets/pace.ts';

const looks: Readonly<Record<CommitmentStatus, { tone: Tone; icon: TablerIcon }>> = {
  open: { tone: 'plain', icon: IconHourglass },
  kept: { tone: 'good', icon: IconCircleCheck },
  partly: { tone: 'caution', icon: IconCircleHalf2 },
  broken: { tone: 'danger', icon: IconCircleX },
};
const views = ['all', 'open', 'overdue', 'closed'] as const;
type View = (typeof views)[number];
const isIn = ({ status, isOverdue }: Commitment, view: View) =>
  view === 'all' || (view === 'open' ? status === 'open' : view === 'overdue' ? isOverdue : status !== 'open');

/** What was promised in public: to whom, until when, and whether it was kept. */
export function CommitmentsPage() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const commitments = useQuery(queries.followUp.commitments.queryOptions()).data;
  const promises = useQuery(queries.followUp.promises.queryOptions()).data ?? [];
  const wanted = useWantedObject();
  const [openId, setOpenId] = useState<string | null>(wanted);
  const [view, setView] = useState<View>('all');
  const { mutate: add } = useMutation(queries.followUp.addCommitment.mutationOptions({ onSuccess: ({ id }) => setOpenId(id) }));
  const isEmpty = commitments?.length === 0;
  const addButton = (
    <Button variant={isEmpty && promises.length === 0 ? 'filled' : 'default'} leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={() => add({})}>
      {t('followUp.commitment.add')}
    </Button>
  );
  return (
    <StagePage title={t('section.commitments')} purpose={t('followUp.commitments.purpose')} actions={isEmpty ? null : addButton} wide>
      {promises.length > 0 ? <OpenPromises promises={promises} /> : null}
      {isEmpty ? (
        <Panel>
          <EmptyState icon={IconHeartHandshake} title={t('followUp.commitments.empty.title')} action={addButton}>
            {t('followUp.commitments.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {commitments && !isEmpty ? (
        <>
          <StatRow>
            {(['kept', 'partly', 'broken', 'open'] as const).map((status) => (
              <Stat key={status} value={formats.count(commitments.filter((one) => one.status === status).length)} label={t(`commitmentStatus.${status}`)} />
            ))}
            <Stat value={formats.count(commitments.filter(({ isOverdue }) => isOverdue).length)} label={t('followUp.commitments.overdue')} />
          </StatRow>
          <Panel
            title={t('section.commitments')}
            plain
            actions={
              <SegmentedControl
                aria-label={t('followUp.filter')}
                value={view}
                onChange={(value) => setView(views.find((known) => known === value) ?? 'all')}
                data={views.map((value) => ({ value, label: t(`followUp.commitments.view.${value}`) }))}
              />
            }
          >
            <CommitmentTable commitments={commitments.filter((one) => isIn(one, view))} onOpen={setOpenId} />
          </Panel>
        </>
      ) : null}
      <CommitmentDrawer commitment={commitments?.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </StagePage>
  );
}

function CommitmentTable({ commitments, onOpen }: { commitments: readonly Commitment[]; onOpen: (id: string) => void }) {
  const { t, formats } = useTexts();
  const { nameOf } = useBodyNames(useStakeholders() ?? []);
  const columns = useMemo(
    (): ColumnDef<Commitment, unknown>[] => [
      {
        id: 'text',
        header: t('followUp.commitment.text'),
        accessorFn: ({ text }) => text,
        meta: { width: '40%' },
        cell: ({ row: { original } }) => (
          <>
            <button type="button" className={classes.name} dir="auto" onClick={() => onOpen(original.id)}>
              {original.text || t('followUp.commitment.noWords')}
            </button>
            {original.explanation ? (
              <div className={classes.soft} dir="auto">
                {original.explanation}
              </div>
            ) : null}
          </>
        ),
      },
      {
        id: 'owner',
        header: t('followUp.commitment.owner'),
        accessorFn: ({ ownerId, responsible }) => (ownerId ? nameOf(ownerId) : responsible),
        cell: ({ row: { original } }) => <bdi>{(original.ownerId ? nameOf(original.ownerId) : original.responsible) || '–'}</bdi>,
      },
      {
        id: 'to',
        header: t('followUp.commitment.madeTo'),
        accessorFn: ({ madeTo }) => madeTo,
        cell: ({ row: { original } }) => <bdi>{original.madeTo || '–'}</bdi>,
      },
      {
        id: 'due',
        header: t('followUp.commitment.dueOn'),
        accessorFn: ({ dueOn }) => dueOn ?? '9999',
        cell: ({ row: { original } }) => formats.day(original.dueOn),
      },
      {
        id: 'status',
        header: t('followUp.status'),
        accessorFn: ({ status }) => status,
        cell: ({ row: { original } }) => (
          <span className={classes.marks}>
            <Mark {...looks[original.status]}>{t(`commitmentStatus.${original.status}`)}</Mark>
            {original.isOverdue ? (
              <Mark tone="caution" icon={IconClockExclamation}>
                {t('followUp.commitments.overdue')}
              </Mark>
            ) : null}
            {original.lacksExplanation ? <span className={classes.soft}>{t('followUp.commitment.noWhy')}</span> : null}
          </span>
        ),
      },
    ],
    [t, formats, nameOf, onOpen],
  );
  return (
    <DataTable
      caption={t('section.commitments')}
      rows={commitments}
      columns={columns}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={IconHeartHandshake} title={t('followUp.noneHere.title')}>
          {t('followUp.noneHere.body')}
        </EmptyState>
      }
    />
  );
}
