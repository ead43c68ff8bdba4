import { ActionIcon, Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconPencil, IconUsersPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Participant } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { AddLines } from './add-lines.tsx';
import { ParticipantDrawer } from './participant-drawer.tsx';
import classes from './people.module.css';
import type { PeopleProps } from './people-props.ts';
import { QuickAttend } from './quick-attend.tsx';
import { usePeopleWords } from './use-people-words.ts';

/** The list: a line per person, typed as they come in, ticked by day. */
export function AttendancePanel({ workshop, participants, groups, days }: PeopleProps) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const words = usePeopleWords();
  const [day, setDay] = useState(1);
  const [openId, setOpenId] = useState<string | null>(null);
  const [list, setList] = useState<string | null>(null);
  const { mutate: update } = useMutation(queries.workshops.updateParticipant.mutationOptions());
  const { mutate: setPresent } = useMutation(queries.workshops.setPresent.mutationOptions());
  const present = participants.filter(({ presentDays }) => presentDays.includes(day)).length;

  const columns = useMemo<ColumnDef<Participant, unknown>[]>(() => {
    const tableOf = (id: string | null) => groups.find((group) => group.id === id)?.name ?? '';
    const all: ColumnDef<Participant, unknown>[] = [
      { id: 'number', header: t('attendance.number'), accessorFn: ({ number }) => number, meta: { isNumber: true, width: '4rem' } },
      {
        id: 'name',
        header: t('attendance.name'),
        accessorFn: words.nameOf,
        cell: ({ row }) => <bdi className={row.original.name === '' || words.hidesNames ? classes.nameless : classes.name}>{words.nameOf(row.original)}</bdi>,
      },
      {
        id: 'body',
        header: t('attendance.body'),
        accessorFn: ({ stakeholderId }) => words.bodyOf(stakeholderId),
        cell: ({ getValue }) => <bdi>{String(getValue())}</bdi>,
      },
      { id: 'role', header: t('attendance.role'), accessorFn: ({ role }) => role, cell: ({ getValue }) => <bdi>{String(getValue())}</bdi> },
      { id: 'table', header: t('attendance.table'), accessorFn: ({ groupId }) => tableOf(groupId), cell: ({ getValue }) => <bdi>{String(getValue())}</bdi> },
      {
        id: 'present',
        header: days > 1 ? t('attendance.presentDay', { day }) : t('attendance.present'),
        accessorFn: ({ presentDays }) => Number(presentDays.includes(day)),
        meta: { width: '8rem' },
        cell: ({ row: { original } }) => (
          <Checkbox
            classNames={{ input: classes.tick }}
            checked={original.presentDays.includes(day)}
            disabled={isReadOnly}
            aria-label={t('attendance.presentOf', { name: words.nameOf(original), day })}
            onChange={(event) => {
              const others = original.presentDays.filter((each) => each !== day);
              update({ id: original.id, patch: { presentDays: event.currentTarget.checked ? [...others, day] : others } });
            }}
          />
        ),
      },
      {
        id: 'edit',
        header: () => <span className="visually-hidden">{t('action.edit')}</span>,
        enableSorting: false,
        meta: { width: '3.5rem' },
        cell: ({ row: { original } }) => (
          <ActionIcon aria-label={t('attendance.editOf', { name: words.nameOf(original) })} onClick={() => setOpenId(original.id)} disabled={words.hidesNames}>
            <IconPencil size="1.1rem" stroke={1.6} />
          </ActionIcon>
        ),
      },
    ];
    return all;
  }, [t, words, groups, days, day, isReadOnly, update]);

  const everybody = participants.map(({ id }) => id);
  return (
    <Panel
      plain
      title={t('attendance.list')}
      note={t('attendance.count', { count: participants.length, present: formats.count(present) })}
      actions={
        isReadOnly || words.hidesNames ? null : (
          <>
            {days > 1 ? (
              <SegmentedControl
                aria-label={t('attendance.day')}
                data={Array.from({ length: days }, (_, index) => ({ value: String(index + 1), label: t('agenda.day', { day: index + 1 }) }))}
                value={String(day)}
                onChange={(value) => setDay(Number(value))}
              />
            ) : null}
            <Button variant="default" onClick={() => setPresent({ workshopId: workshop.id, day, ids: present === participants.length ? [] : everybody })}>
              {t(present === participants.length && present > 0 ? 'attendance.nobodyPresent' : 'attendance.allPresent')}
            </Button>
            <Button variant="default" onClick={() => setList('')}>
              {t('attendance.several')}
            </Button>
          </>
        )
      }
    >
      {isReadOnly || words.hidesNames ? null : <QuickAttend workshop={workshop} day={day} onList={setList} />}
      {participants.length === 0 ? (
        <EmptyState icon={IconUsersPlus} title={t('attendance.empty.title')}>
          {t('attendance.empty.body')}
        </EmptyState>
      ) : (
        <DataTable caption={t('attendance.list')} rows={participants} columns={columns} rowKey={({ id }) => id} />
      )}
      <AddLines workshop={workshop} day={day} list={list} onClose={() => setList(null)} />
      <ParticipantDrawer
        participant={words.hidesNames ? null : (participants.find(({ id }) => id === openId) ?? null)}
        workshop={workshop}
        groups={groups}
        days={days}
        onClose={() => setOpenId(null)}
      />
    </Panel>
  );
}
