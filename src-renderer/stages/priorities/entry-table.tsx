import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Priority, Vote, VotingGroup } from '#shared/domain/priorities.ts';
import { voteProblems } from '#shared/methods/dot-vote.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import cell from '../../ui/editable-cell.module.css';
import { CellNumber, CellText } from '../../ui/editable-cell.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { readTypedNumber } from '../../ui/typed-number.ts';
import { useTallies } from './use-tallies.ts';
import classes from './vote-page.module.css';

/** Options down, groups across: dots are typed like numbers into a sheet, and the sums follow every key. */
export function EntryTable({ vote, options }: { vote: Vote; options: readonly Priority[] }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { tallies, dotsOf, enter } = useTallies(vote);
  const { mutate: addGroup } = useMutation(queries.priorities.addGroup.mutationOptions());
  const { groups, rules } = vote;
  const problems = useMemo(() => voteProblems(groups, tallies, rules), [groups, tallies, rules]);
  const isOverCap = (groupId: string, priorityId: string) => problems.some((problem) => problem.groupId === groupId && problem.priorityId === priorityId);
  const placedBy = (group: VotingGroup) => options.reduce((sum, option) => sum + (dotsOf(group.id, option.id) ?? 0), 0);
  const add = () => addGroup({ name: t('vote.groupName', { number: groups.length + 1 }), people: 0 });
  const addButton = (
    <Button variant={groups.length === 0 ? 'filled' : 'default'} leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} onClick={add}>
      {t('vote.addGroup')}
    </Button>
  );

  return (
    <Panel title={t('vote.entry.title')} note={groups.length === 0 ? t('vote.entry.empty') : t('vote.entry.note')} actions={addButton} plain>
      {groups.length > 0 ? (
        <div className={classes.scroller}>
          <table className={classes.table}>
            <caption className="visually-hidden">{t('vote.entry.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('vote.option')}</th>
                {groups.map((group) => (
                  <th key={group.id} scope="col">
                    <GroupName group={group} />
                  </th>
                ))}
                <th scope="col" className={classes.total}>
                  {t('vote.total')}
                </th>
              </tr>
              <tr>
                <th scope="row">{t('vote.people')}</th>
                {groups.map((group) => (
                  <td key={group.id}>
                    <GroupPeople group={group} />
                  </td>
                ))}
                <td className={classes.total}>{formats.count(groups.reduce((sum, group) => sum + group.people, 0))}</td>
              </tr>
            </thead>
            <tbody>
              {options.map((option, row) => (
                <tr key={option.id}>
                  <th scope="row">
                    <bdi>{option.title || t('vote.untitled')}</bdi>
                  </th>
                  {groups.map((group, column) => (
                    <td key={group.id}>
                      <DotsCell
                        row={row}
                        column={column}
                        label={t('vote.dotsOf', { group: group.name, option: option.title })}
                        dots={dotsOf(group.id, option.id)}
                        isOver={isOverCap(group.id, option.id)}
                        onEnter={(dots) => enter({ groupId: group.id, priorityId: option.id, dots })}
                      />
                    </td>
                  ))}
                  <td className={classes.total}>{formats.count(groups.reduce((sum, group) => sum + (dotsOf(group.id, option.id) ?? 0), 0))}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('vote.placed')}</th>
                {groups.map((group) => (
                  <td key={group.id}>
                    <PlacedOf placed={placedBy(group)} allowed={group.people * rules.dotsPerPerson} />
                  </td>
                ))}
                <td className={classes.total}>{formats.count(groups.reduce((sum, group) => sum + placedBy(group), 0))}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      ) : null}
      <div className={classes.problems} role="status">
        {problems.length > 0 ? (
          <Notice kind="caution" title={t('vote.problems.title')}>
            <ul>
              {problems.map((problem) => {
                const group = groups.find(({ id }) => id === problem.groupId);
                const option = options.find(({ id }) => id === problem.priorityId);
                return (
                  <li key={`${problem.groupId} ${problem.priorityId}`}>
                    {t(problem.code === 'over-cap' ? 'vote.problem.overCap' : 'vote.problem.tooMany', {
                      group: group?.name ?? '',
                      option: option?.title ?? '',
                      dots: problem.dots,
                      allowed: problem.allowed,
                      people: group?.people ?? 0,
                    })}
                  </li>
                );
              })}
            </ul>
          </Notice>
        ) : null}
      </div>
    </Panel>
  );
}

function PlacedOf({ placed, allowed }: { placed: number; allowed: number }) {
  const { t, formats } = useTexts();
  const left = allowed - placed;
  return (
    <div className={classes.placed} data-over={left < 0 || undefined}>
      <strong>{t('vote.placedOf', { placed: formats.count(placed), allowed: formats.count(allowed) })}</strong>
      <span>{left < 0 ? t('vote.over', { count: -left }) : t('vote.left', { count: left })}</span>
    </div>
  );
}

function GroupName({ group }: { group: VotingGroup }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.priorities.updateGroup.mutationOptions());
  return <CellText label={t('vote.groupLabel')} value={group.name} wraps onSave={(name) => update({ id: group.id, patch: { name, people: group.people } })} />;
}

function GroupPeople({ group }: { group: VotingGroup }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: update } = useMutation(queries.priorities.updateGroup.mutationOptions());
  const { mutate: remove } = useMutation(queries.priorities.removeGroup.mutationOptions());
  return (
    <div className={classes.people}>
      <CellNumber
        label={t('vote.peopleOf', { group: group.name })}
        value={group.people === 0 ? null : group.people}
        isWhole
        max={100_000}
        onSave={(people) => update({ id: group.id, patch: { name: group.name, people: people ?? 0 } })}
      />
      <Tooltip label={t('vote.removeGroup', { group: group.name })}>
        <ActionIcon
          color="gray"
          size="2.25rem"
          aria-label={t('vote.removeGroup', { group: group.name })}
          onClick={() =>
            ask({
              title: t('vote.removeGroupTitle', { group: group.name }),
              body: t('vote.removeGroupBody'),
              action: t('action.remove'),
              onConfirm: () => remove({ id: group.id }),
            })
          }
        >
          <IconTrash size="1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {dialog}
    </div>
  );
}

function DotsCell({
  row,
  column,
  label,
  dots,
  isOver,
  onEnter,
}: {
  row: number;
  column: number;
  label: string;
  dots: number | null;
  isOver: boolean;
  onEnter: (dots: number) => void;
}) {
  const { direction } = useTexts();
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const forward = direction === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, forward],
      ArrowLeft: [0, -forward],
    };
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = document.querySelector<HTMLInputElement>(`input[data-dots="${row + step[0]} ${column + step[1]}"]`);
    event.preventDefault();
    next?.focus();
  };
  return (
    <input
      className={`${cell.input} ${classes.dots}`}
      data-dots={`${row} ${column}`}
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-invalid={unreadable !== null || isOver ? true : undefined}
      placeholder="·"
      maxLength={7}
      value={unreadable ?? dots ?? ''}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setUnreadable(null)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const number = readTypedNumber(text);
        if (number === undefined || (number !== null && !Number.isInteger(number))) setUnreadable(text);
        else {
          setUnreadable(null);
          onEnter(number ?? 0);
        }
      }}
      onKeyDown={onKeyDown}
    />
  );
}
