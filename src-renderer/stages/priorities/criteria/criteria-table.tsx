import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Criterion, type CriterionInput, criterionKinds, type Weighing } from '#shared/domain/criteria.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { CellNumber, CellSelect, CellText } from '../../../ui/editable-cell.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Term } from '../../../ui/term.tsx';
import { useFigureWords } from '../figure-words.ts';
import classes from './criteria.module.css';

type Weighed = Weighing['criteria'][number];

/** What options are weighed by: where each figure comes from, and the two ends of its scale. */
export function CriteriaTable({ criteria }: { criteria: readonly Weighed[] }) {
  const { t } = useTexts();
  return (
    <Panel title={t('criteria.list.title')} note={t('criteria.list.note')} plain>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <caption className="visually-hidden">{t('criteria.list.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('criteria.name')}</th>
              <th scope="col">{t('criteria.from')}</th>
              <th scope="col">{t('criteria.unit')}</th>
              <th scope="col" className={classes.end}>
                <Term name="criterionEnds">{t('criteria.worst')}</Term>
              </th>
              <th scope="col" className={classes.end}>
                <Term name="criterionEnds">{t('criteria.best')}</Term>
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('criteria.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion, place) => (
              <CriterionRow key={criterion.id} criterion={criterion} place={place} count={criteria.length} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function CriterionRow({ criterion, place, count }: { criterion: Weighed; place: number; count: number }) {
  const { t } = useTexts();
  const { number: end } = useFigureWords();
  const { queries } = useEngine();
  const { mutate } = useMutation(queries.criteria.update.mutationOptions());
  const { mutate: move } = useMutation(queries.criteria.move.mutationOptions());
  const update = (patch: Partial<CriterionInput>) => mutate({ id: criterion.id, patch });
  return (
    <tr>
      <th scope="row">
        <CellText label={t('criteria.name')} value={criterion.name} required wraps onSave={(name) => update({ name })} />
        <CellText
          label={t('criteria.about', { name: criterion.name })}
          placeholder={t('criteria.aboutPlaceholder')}
          value={criterion.description}
          wraps
          onSave={(description) => update({ description })}
        />
      </th>
      <td className={classes.from}>
        <SourceSelect criterion={criterion} onSave={update} />
      </td>
      <td>
        <CellText label={t('criteria.unitOf', { name: criterion.name })} value={criterion.unit} placeholder="–" wraps onSave={(unit) => update({ unit })} />
      </td>
      {(['worst', 'best'] as const).map((which) => (
        <td key={which} className={classes.end}>
          <CellNumber
            label={t(which === 'worst' ? 'criteria.worstOf' : 'criteria.bestOf', { name: criterion.name })}
            value={criterion[which]}
            min={-1e15}
            format={end}
            placeholder={criterion.suggested && criterion.worst === null && criterion.best === null ? end(criterion.suggested[which]) : '–'}
            onSave={(value) => update({ [which]: value })}
          />
        </td>
      ))}
      <td className={classes.tools}>
        <Tool label={t('criteria.up', { name: criterion.name })} disabled={place === 0} onClick={() => move({ id: criterion.id, place: place - 1 })}>
          <IconArrowUp size="1rem" stroke={1.6} aria-hidden />
        </Tool>
        <Tool label={t('criteria.down', { name: criterion.name })} disabled={place === count - 1} onClick={() => move({ id: criterion.id, place: place + 1 })}>
          <IconArrowDown size="1rem" stroke={1.6} aria-hidden />
        </Tool>
        <RemoveCriterion criterion={criterion} />
      </td>
    </tr>
  );
}

function RemoveCriterion({ criterion }: { criterion: Criterion }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: remove } = useMutation(queries.criteria.remove.mutationOptions());
  const name = criterion.name;
  return (
    <>
      <Tool
        label={t('criteria.remove', { name })}
        onClick={() =>
          ask({
            title: t('criteria.removeTitle', { name }),
            body: t('criteria.removeBody'),
            action: t('action.remove'),
            onConfirm: () => remove({ id: criterion.id }),
          })
        }
      >
        <IconTrash size="1rem" stroke={1.6} aria-hidden />
      </Tool>
      {dialog}
    </>
  );
}

function Tool({ label, disabled, onClick, children }: { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon color="gray" size="2.25rem" aria-label={label} disabled={disabled ?? false} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** Judged, counted, or the figures of one closed ballot: one list to choose from. */
function SourceSelect({ criterion, onSave }: { criterion: Criterion; onSave: (patch: Partial<CriterionInput>) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const ballots = useQuery(queries.criteria.ballots.queryOptions()).data ?? [];
  const value = criterion.kind === 'ballot' ? `ballot ${criterion.source.ballotId ?? ''}` : criterion.kind;
  const options = [
    ...criterionKinds.filter((kind) => kind !== 'ballot').map((kind): { value: string; label: string } => ({ value: kind, label: t(`criteria.kind.${kind}`) })),
    ...ballots.map(({ ballotId, question }) => ({ value: `ballot ${ballotId}`, label: t('criteria.kind.ballotOf', { question }) })),
  ];
  if (!options.some((option) => option.value === value)) options.push({ value, label: t('criteria.kind.ballotGone') });
  return (
    <CellSelect
      label={t('criteria.fromOf', { name: criterion.name })}
      value={value}
      options={options}
      onSave={(chosen) => {
        if (chosen === null) return;
        const [kind, ballotId] = chosen.split(' ');
        if (kind === 'ballot') onSave({ kind, source: { ...criterion.source, ballotId: ballotId || null } });
        else onSave({ kind: criterionKinds.find((known) => known === kind) ?? 'judged' });
      }}
    />
  );
}
