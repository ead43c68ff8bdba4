import { ActionIcon, Button } from '@mantine/core';
import { IconHandOff, IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import type { Ballot, Hands } from '#shared/domain/ballots.ts';
import { canCountHands, handsProblems } from '#shared/methods/check-hands.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import type { BoardProps } from './board-props.ts';
import classes from './entry.module.css';
import { partWords } from './field-words.ts';
import { type HandsCell, type HandsRow, handsRows } from './hands-rows.ts';

/** Hands of one group, counted line by line. */
export function HandsEntry({ ballot, groups, groupId }: BoardProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const hands = useQuery(queries.ballots.hands.queryOptions({ input: { ballotId: ballot.id } })).data;
  if (!canCountHands(ballot))
    return (
      <Panel plain>
        <EmptyState icon={IconHandOff} title={t('entry.hands.impossible.title')}>
          {t('entry.hands.impossible.body')}
        </EmptyState>
      </Panel>
    );
  if (!hands) return null;
  const stored = hands.find((one) => one.groupId === groupId);
  const others = hands.filter((one) => one.groupId !== groupId);
  return (
    <>
      <Panel
        title={t('entry.hands.title', { group: groupId ? (groups.find(({ id }) => id === groupId)?.name ?? '') : t('paper.wholeRoom') })}
        note={t(ballot.kind === 'ranking' ? 'entry.hands.ranking' : 'entry.hands.note')}
      >
        <HandsForm ballot={ballot} groupId={groupId} stored={stored} />
      </Panel>
      <Panel title={t('entry.hands.counted')}>
        <CountedGroups ballot={ballot} groups={groups} hands={stored ? [stored, ...others] : others} />
      </Panel>
    </>
  );
}

function HandsForm({ ballot, groupId, stored }: { ballot: Ballot; groupId: string | null; stored: Hands | undefined }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const [people, setPeople] = useState<number | null>(stored?.people ?? null);
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>(stored?.counts ?? {});
  const [isKept, setKept] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { mutate: keep, isPending } = useMutation(queries.ballots.setHands.mutationOptions({ onSuccess: () => setKept(true) }));
  const rows = handsRows(ballot);
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const [problem] = people === null ? [] : handsProblems(ballot, { people, counts });
  const set = (key: string, count: number | null) => {
    setKept(false);
    setCounts(({ [key]: _, ...rest }) => (count === null ? rest : { ...rest, [key]: Math.min(100_000, Math.max(0, count)) }));
  };
  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const all = [...(form.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const target = all[all.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
    target?.focus();
    target?.select();
  };
  return (
    <form
      ref={form}
      className={classes.hands}
      onSubmit={(event) => {
        event.preventDefault();
        if (people !== null && !problem) keep({ ballotId: ballot.id, groupId, people, counts });
      }}
    >
      <div className={classes.people}>
        <label htmlFor="hands-people">{t('entry.hands.people')}</label>
        <Count
          id="hands-people"
          name={t('entry.hands.people')}
          value={people}
          hasButtons
          autoFocus
          onKeyDown={move}
          onChange={(count) => {
            setKept(false);
            setPeople(count);
          }}
        />
      </div>
      <div
        className={classes.handsRows}
        data-many={(width === 1 && rows.length > 7) || undefined}
        style={{ '--lines': Math.ceil(rows.length / 2) } as CSSProperties}
      >
        {rows.map((row, place) => (
          <div key={row.key} className={classes.line}>
            <span className={classes.number} aria-hidden>
              {rows[place - 1]?.number === row.number ? '' : row.number}
            </span>
            <span className={classes.option} dir="auto" title={row.text}>
              {rows[place - 1]?.number === row.number ? '' : row.text}
              {partWords(t, row.part) ? <small> {partWords(t, row.part)}</small> : null}
            </span>
            {row.cells.map((cell) => (
              <Count
                key={cell.key}
                name={cellName(row, cell)}
                head={cell.level === null ? cell.choice : String(cell.level)}
                value={counts[cell.key] ?? null}
                hasButtons={width === 1}
                onKeyDown={move}
                onChange={(count) => set(cell.key, count)}
              />
            ))}
          </div>
        ))}
      </div>
      <div aria-live="polite" className={classes.said}>
        {problem ? (
          <Notice kind="caution">{t('entry.hands.tooMany', { given: formats.count(problem.given), allowed: formats.count(problem.allowed) })}</Notice>
        ) : null}
        {isKept && !problem ? <Notice kind="good">{t('entry.hands.kept')}</Notice> : null}
      </div>
      <div className={classes.sheetFoot}>
        <p className={classes.keys}>{t('entry.hands.keys')}</p>
        <Button type="submit" loading={isPending} disabled={people === null || problem !== undefined}>
          {t('entry.hands.keep')}
        </Button>
      </div>
    </form>
  );

  function cellName(row: HandsRow, cell: HandsCell): string {
    const level = cell.level === null ? (cell.choice === 'yes' || cell.choice === 'no' ? t(`ballots.${cell.choice}`) : cell.choice) : String(cell.level);
    return [`${row.number}. ${row.text}`, partWords(t, row.part), level].filter(Boolean).join(' – ');
  }
}

/** A number with its own plus and minus, by key and by finger. */
function Count({
  id,
  name,
  head = '',
  value,
  hasButtons,
  autoFocus = false,
  onChange,
  onKeyDown,
}: {
  id?: string;
  name: string;
  head?: string;
  value: number | null;
  hasButtons: boolean;
  autoFocus?: boolean;
  onChange: (value: number | null) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}) {
  const { t } = useTexts();
  const step = (by: number) => onChange(Math.max(0, (value ?? 0) + by));
  return (
    <span className={classes.count}>
      {hasButtons ? (
        <ActionIcon tabIndex={-1} variant="default" aria-label={t('entry.hands.fewer', { name })} onClick={() => step(-1)}>
          <IconMinus size="1rem" stroke={1.8} aria-hidden />
        </ActionIcon>
      ) : null}
      <span className={classes.digit}>
        {head ? <span aria-hidden>{head}</span> : null}
        <input
          id={id}
          aria-label={name}
          inputMode="numeric"
          dir="ltr"
          maxLength={6}
          // biome-ignore lint/a11y/noAutofocus: this screen is for typing, and this is where it begins.
          autoFocus={autoFocus}
          autoComplete="off"
          value={value ?? ''}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const digits = event.currentTarget.value.replaceAll(/\D/g, '');
            onChange(digits === '' ? null : Number(digits));
          }}
          onKeyDown={(event) => {
            if (event.key === '+' || event.key === '-') {
              event.preventDefault();
              step(event.key === '+' ? 1 : -1);
            } else onKeyDown(event);
          }}
        />
      </span>
      {hasButtons ? (
        <ActionIcon tabIndex={-1} variant="default" aria-label={t('entry.hands.more', { name })} onClick={() => step(1)}>
          <IconPlus size="1rem" stroke={1.8} aria-hidden />
        </ActionIcon>
      ) : null}
    </span>
  );
}

function CountedGroups({ ballot, groups, hands }: { ballot: Ballot; groups: BoardProps['groups']; hands: readonly Hands[] }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: remove } = useMutation(queries.ballots.removeHands.mutationOptions());
  if (hands.length === 0) return <p className={classes.none}>{t('entry.hands.none')}</p>;
  return (
    <ul className={classes.typed}>
      {hands.map((one) => {
        const name = one.groupId ? (groups.find(({ id }) => id === one.groupId)?.name ?? '–') : t('paper.wholeRoom');
        return (
          <li key={one.groupId ?? ''}>
            <div>
              <strong dir="auto">{name}</strong>
              <span>{t('entry.hands.peopleCount', { count: one.people, people: formats.count(one.people) })}</span>
            </div>
            <ActionIcon
              color="gray"
              aria-label={t('entry.hands.remove', { group: name })}
              onClick={() => remove({ ballotId: ballot.id, groupId: one.groupId })}
            >
              <IconTrash size="1rem" stroke={1.6} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
