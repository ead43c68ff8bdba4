import { ActionIcon, Button, Checkbox, Group, Menu, NumberInput, SegmentedControl } from '@mantine/core';
import { IconArrowsShuffle, IconCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type BalanceKind, balanceKinds, type Participant, type Group as Table } from '#shared/domain/workshops.ts';
import { balanceOf, type Seated } from '#shared/methods/form-groups.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './people.module.css';
import type { PeopleProps } from './people-props.ts';
import { usePeopleWords } from './use-people-words.ts';

/** People a table talks well with: what is suggested when nothing is typed. */
const usualSize = 7;

/** Tables: formed at random or balanced, then moved by hand. */
export function GroupsPanel({ workshop, participants, groups, days }: PeopleProps) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const tables = groups.filter(({ kind }) => kind === 'table');
  const [count, setCount] = useState<number | string>(tables.length || Math.max(1, Math.round(participants.length / usualSize)));
  const [balance, setBalance] = useState<BalanceKind[]>(['gender', 'institution']);
  const [day, setDay] = useState(0);
  const [seed, setSeed] = useState(1);
  const form = useMutation(queries.workshops.formGroups.mutationOptions());
  const { mutate: addGroup } = useMutation(queries.workshops.addGroup.mutationOptions());
  const go = (nextSeed: number) => {
    setSeed(nextSeed);
    const wanted = Math.min(60, Math.max(1, Number(count) || 1));
    form.mutate({ workshopId: workshop.id, tables: wanted, balance, seed: nextSeed, day: day === 0 ? null : day, name: t('groups.tableName') });
  };
  return (
    <Panel title={t('groups.title')} note={t('groups.note')}>
      {isReadOnly ? null : (
        <div className={classes.form}>
          <NumberInput label={t('groups.count')} value={count} onChange={setCount} min={1} max={60} allowDecimal={false} w="8rem" />
          <Checkbox.Group
            label={t('groups.balance')}
            description={balance.length === 0 ? t('groups.random') : undefined}
            inputWrapperOrder={['label', 'input', 'description']}
            value={balance}
            onChange={(chosen) => setBalance(balanceKinds.filter((kind) => chosen.includes(kind)))}
          >
            <Group gap="md" mt="xs">
              {balanceKinds.map((kind) => (
                <Checkbox key={kind} value={kind} label={t(`attendance.by.${kind}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          {days > 1 ? (
            <SegmentedControl
              aria-label={t('groups.who')}
              data={[
                { value: '0', label: t('groups.everybody') },
                ...Array.from({ length: days }, (_, index) => ({ value: String(index + 1), label: t('groups.presentOn', { day: index + 1 }) })),
              ]}
              value={String(day)}
              onChange={(value) => setDay(Number(value))}
            />
          ) : null}
          <Group>
            <Button onClick={() => go(seed)} loading={form.isPending} disabled={participants.length === 0}>
              {t(tables.length > 0 ? 'groups.formAgain' : 'groups.form')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconArrowsShuffle size="1rem" stroke={1.6} aria-hidden />}
              onClick={() => go(seed + 1)}
              disabled={participants.length === 0 || form.isPending}
            >
              {t('groups.shuffle')}
            </Button>
            <span className={classes.soft}>{t('groups.seed', { seed: formats.count(seed) })}</span>
          </Group>
        </div>
      )}
      <Balance participants={participants} tables={tables} kinds={balance} />
      <Board participants={participants} tables={tables} isReadOnly={isReadOnly} />
      {isReadOnly ? null : (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => addGroup({ workshopId: workshop.id, name: t('groups.tableName').replace('#', String(tables.length + 1)) })}
          >
            {t('groups.addTable')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** How evenly it came out: for every value the fewest and the most at a table. */
function Balance({ participants, tables, kinds }: { participants: readonly Participant[]; tables: readonly Table[]; kinds: readonly BalanceKind[] }) {
  const { t, formats } = useTexts();
  const words = usePeopleWords();
  const seated = tables.map((table) => participants.filter(({ groupId }) => groupId === table.id).map(seatedOf));
  if (tables.length < 2 || seated.every((table) => table.length === 0)) return null;
  const lines = balanceOf(seated, kinds).filter(({ kind, fewest, most }) => kind !== 'institution' || most - fewest > 1);
  if (lines.length === 0) return kinds.length > 0 ? <p className={classes.soft}>{t('groups.even')}</p> : null;
  return (
    <ul className={classes.balance} aria-label={t('groups.cameOut')}>
      {lines.map(({ kind, value, fewest, most, isEven }) => (
        <li key={`${kind} ${value}`} data-even={isEven || undefined}>
          {isEven ? <IconCheck size="0.9rem" stroke={2} aria-hidden /> : null}
          <span>
            <bdi>{words.wordsOf(kind, value)}</bdi>
            {': '}
            {fewest === most
              ? t('groups.each', { number: formats.count(most) })
              : t('groups.between', { fewest: formats.count(fewest), most: formats.count(most) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function seatedOf({ id, attributes, stakeholderId }: Participant): Seated {
  const { gender, ageBand, areaId, standing } = attributes;
  const says = { gender, ageBand, area: areaId, standing, institution: stakeholderId ?? undefined };
  return { id, says: Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined)) };
}

/** A column a table, people as chips: dragged, or moved by the menu that each has. */
function Board({ participants, tables, isReadOnly }: { participants: readonly Participant[]; tables: readonly Table[]; isReadOnly: boolean }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: seat } = useMutation(queries.workshops.seat.mutationOptions());
  const { mutate: update } = useMutation(queries.workshops.updateGroup.mutationOptions());
  const { mutate: remove } = useMutation(queries.workshops.removeGroup.mutationOptions());
  const [over, setOver] = useState<string | null>(null);
  const known = new Set(tables.map(({ id }) => id));
  const unseated = participants.filter(({ groupId }) => groupId === null || !known.has(groupId));
  const column = (id: string | null, head: React.ReactNode, people: readonly Participant[], note: string) => (
    <li
      key={id ?? 'none'}
      className={classes.table}
      data-over={over === (id ?? 'none') || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('text/participant')) return;
        event.preventDefault();
        setOver(id ?? 'none');
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(null);
        seat({ ids: [event.dataTransfer.getData('text/participant')], groupId: id });
      }}
    >
      <div className={classes.tableHead}>{head}</div>
      <span className={classes.soft}>{note}</span>
      <ul className={classes.chips}>
        {people.map((participant) => (
          <li key={participant.id}>
            <Chip participant={participant} tables={tables} isReadOnly={isReadOnly} onSeat={(groupId) => seat({ ids: [participant.id], groupId })} />
          </li>
        ))}
      </ul>
    </li>
  );
  if (tables.length === 0) return null;
  return (
    <>
      <ol className={classes.board}>
        {tables.map((table) => {
          const people = participants.filter(({ groupId }) => groupId === table.id);
          return column(
            table.id,
            <>
              <SavedTextInput
                aria-label={t('groups.nameOf', { name: table.name })}
                value={table.name}
                readOnly={isReadOnly}
                onSave={(name) => update({ id: table.id, patch: { name } })}
              />
              {isReadOnly ? null : (
                <ActionIcon
                  aria-label={t('groups.removeOf', { name: table.name })}
                  onClick={() =>
                    ask({
                      title: t('groups.remove.title', { name: table.name }),
                      body: t('groups.remove.body'),
                      action: t('action.remove'),
                      onConfirm: () => remove({ id: table.id }),
                    })
                  }
                >
                  <IconTrash size="1rem" stroke={1.6} />
                </ActionIcon>
              )}
            </>,
            people,
            t('groups.people', { count: Math.max(people.length, table.people), shown: formats.count(Math.max(people.length, table.people)) }),
          );
        })}
        {unseated.length > 0
          ? column(
              null,
              <strong>{t('groups.unseated')}</strong>,
              unseated,
              t('groups.people', { count: unseated.length, shown: formats.count(unseated.length) }),
            )
          : null}
      </ol>
      {dialog}
    </>
  );
}

function Chip({
  participant,
  tables,
  isReadOnly,
  onSeat,
}: {
  participant: Participant;
  tables: readonly Table[];
  isReadOnly: boolean;
  onSeat: (groupId: string | null) => void;
}) {
  const { t } = useTexts();
  const words = usePeopleWords();
  const name = words.nameOf(participant);
  const body = words.bodyOf(participant.stakeholderId);
  return (
    <Menu position="bottom-start" disabled={isReadOnly}>
      <Menu.Target>
        <button
          type="button"
          className={classes.chip}
          draggable={!isReadOnly}
          onDragStart={(event) => event.dataTransfer.setData('text/participant', participant.id)}
          aria-label={t('groups.moveOf', { name })}
        >
          <bdi>{name}</bdi>
          {body ? (
            <span className={classes.soft}>
              <bdi>{body}</bdi>
            </span>
          ) : null}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('groups.moveTo')}</Menu.Label>
        {tables
          .filter(({ id }) => id !== participant.groupId)
          .map((table) => (
            <Menu.Item key={table.id} onClick={() => onSeat(table.id)}>
              <bdi>{table.name}</bdi>
            </Menu.Item>
          ))}
        {participant.groupId === null ? null : <Menu.Item onClick={() => onSeat(null)}>{t('groups.noTable')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
