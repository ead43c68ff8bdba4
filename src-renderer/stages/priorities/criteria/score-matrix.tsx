import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { ScoreCell, Weighing } from '#shared/domain/criteria.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { CellNumber } from '../../../ui/editable-cell.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useFigureWords } from '../figure-words.ts';
import { useOriginText } from '../origin-words.ts';
import { CellDetail } from './cell-detail.tsx';
import classes from './criteria.module.css';

const together = 'together';

/** Options down, criteria across. What is counted stands there by itself; a figure typed over it is a judgement and counts instead. */
export function ScoreMatrix({ weighing }: { weighing: Weighing }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [who, setWho] = useState(together);
  const [place, setPlace] = useState<{ criterionId: string; priorityId: string } | null>(null);
  const scores = useQuery(queries.criteria.scores.queryOptions()).data ?? [];
  const groups = useQuery(queries.priorities.vote.queryOptions()).data?.groups ?? [];
  const { mutate: setScore } = useMutation(queries.criteria.setScore.mutationOptions());
  const { mutate: removeScore } = useMutation(queries.criteria.removeScore.mutationOptions());
  const groupId = who === together ? null : who;
  const { criteria, options } = weighing;
  const own = (criterionId: string, priorityId: string) =>
    scores.find((score) => score.criterionId === criterionId && score.priorityId === priorityId && score.groupId === groupId);
  const save = (cell: { criterionId: string; priorityId: string }, value: number | null) =>
    value === null ? removeScore({ ...cell, groupId }) : setScore({ ...cell, groupId, value });
  const detailed = options.find(({ priorityId }) => priorityId === place?.priorityId);
  const criterion = criteria.find(({ id }) => id === place?.criterionId);
  const shownCell = detailed?.cells.find(({ criterionId }) => criterionId === place?.criterionId);

  return (
    <Panel
      title={t('criteria.scores.title')}
      note={t('criteria.scores.note')}
      plain
      actions={
        groups.length > 0 ? (
          <Select
            className={classes.who}
            aria-label={t('criteria.who')}
            data={[{ value: together, label: t('criteria.together') }, ...groups.map(({ id, name }) => ({ value: id, label: name || t('vote.untitled') }))]}
            value={who}
            allowDeselect={false}
            onChange={(value) => value && setWho(value)}
          />
        ) : null
      }
    >
      <div className={classes.scroller}>
        <table className={classes.matrix}>
          <caption className="visually-hidden">{t('criteria.scores.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('vote.option')}</th>
              {criteria.map((one) => (
                <th key={one.id} scope="col">
                  <bdi>{one.name}</bdi>
                  <small>{one.unit}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((option, row) => (
              <tr key={option.priorityId}>
                <th scope="row">
                  <bdi>{option.title || t('vote.untitled')}</bdi>
                </th>
                {option.cells.map((cell, column) => (
                  <td key={cell.criterionId} data-missing={cell.value === null || undefined}>
                    <ScoreInput
                      {...{ row, column, cell }}
                      label={t('criteria.scoreOf', { option: option.title, criterion: criteria[column]?.name ?? '' })}
                      value={groupId === null ? cell.value : (own(cell.criterionId, option.priorityId)?.value ?? null)}
                      onFocus={() => setPlace({ criterionId: cell.criterionId, priorityId: option.priorityId })}
                      onSave={(value) => save({ criterionId: cell.criterionId, priorityId: option.priorityId }, value)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.detail}>
        {detailed && criterion && shownCell ? (
          <CellDetail
            key={`${criterion.id} ${detailed.priorityId}`}
            {...{ criterion, option: detailed, cell: shownCell }}
            score={scores.find((score) => score.criterionId === criterion.id && score.priorityId === detailed.priorityId && score.groupId === null) ?? null}
          />
        ) : (
          <p className={classes.hint}>{t('criteria.scores.hint')}</p>
        )}
      </div>
    </Panel>
  );
}

function ScoreInput({
  row,
  column,
  cell,
  label,
  value,
  onFocus,
  onSave,
}: {
  row: number;
  column: number;
  cell: ScoreCell;
  label: string;
  value: number | null;
  onFocus: () => void;
  onSave: (value: number | null) => void;
}) {
  const { direction } = useTexts();
  const { number } = useFigureWords();
  const origin = useOriginText();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const forward = direction === 'rtl' ? -1 : 1;
    const { selectionStart, selectionEnd, value: text } = event.currentTarget;
    const isAll = selectionStart === 0 && selectionEnd === text.length;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      // Sideways only while the whole figure is marked: within it the arrows move through its digits.
      ...(isAll ? { ArrowRight: [0, forward], ArrowLeft: [0, -forward] } : {}),
    };
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    document.getElementById(`score-${row + step[0]}-${column + step[1]}`)?.focus();
  };
  return (
    <div className={classes.score}>
      <CellNumber
        id={`score-${row}-${column}`}
        label={label}
        value={value}
        min={-1e15}
        format={number}
        onSave={onSave}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
      <span className={classes.scale} data-beyond={cell.isBeyond || undefined} aria-hidden>
        <span style={{ inlineSize: `${Math.min(100, Math.max(0, cell.score ?? 0))}%` }} />
      </span>
      <small>{origin.short(cell.origin)}</small>
    </div>
  );
}
