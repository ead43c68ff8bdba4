import { ActionIcon, Button, Checkbox, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Weighing } from '#shared/domain/criteria.ts';
import type { Priority, Vote } from '#shared/domain/priorities.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { usePromptValue } from '../../../ui/use-prompt-value.ts';
import classes from './decision.module.css';

/** Chosen options in the order of the decision, then the rest, each beside what criteria and vote say of it. */
export function OrderPanel({ options, weighing, vote }: { options: readonly Priority[]; weighing: Weighing; vote: Vote }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate } = useMutation(queries.criteria.setOrder.mutationOptions());
  const weighed = new Map(weighing.options.map((option) => [option.priorityId, option]));
  const voted = new Map(vote.results.map((result) => [result.priorityId, result]));
  const rankOf = (id: string) => weighed.get(id)?.rank ?? voted.get(id)?.rank ?? Number.POSITIVE_INFINITY;
  const stored = options
    .filter(({ isChosen }) => isChosen)
    .sort((a, b) => (a.decidedRank ?? Number.POSITIVE_INFINITY) - (b.decidedRank ?? Number.POSITIVE_INFINITY) || rankOf(a.id) - rankOf(b.id))
    .map(({ id }) => id);
  const [order, setOrder] = usePromptValue<readonly string[]>(stored, (ids, undo) => mutate({ ids: [...ids] }, { onError: undo }));
  const rest = options.filter(({ id }) => !order.includes(id)).sort((a, b) => rankOf(a.id) - rankOf(b.id));
  const ranked = weighing.options.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const move = (id: string, step: number) => {
    const place = order.indexOf(id);
    const next = order.filter((other) => other !== id);
    next.splice(place + step, 0, id);
    setOrder(next);
  };
  const line = (option: Priority, place: number | null) => (
    <OptionLine
      key={option.id}
      {...{ option, place }}
      count={order.length}
      weighed={weighed.get(option.id)}
      vote={voted.get(option.id)}
      onChoose={(isChosen) => setOrder(isChosen ? [...order, option.id] : order.filter((id) => id !== option.id))}
      onMove={(step) => move(option.id, step)}
    />
  );
  return (
    <Panel
      title={t('decision.order.title')}
      note={t('decision.order.note')}
      plain
      actions={
        order.length === 0 && ranked.length > 0 ? (
          <Button variant="default" onClick={() => setOrder(ranked.slice(0, 3).map(({ priorityId }) => priorityId))}>
            {t('decision.takeFirst', { count: Math.min(3, ranked.length) })}
          </Button>
        ) : null
      }
    >
      <ol className={classes.list}>
        {order.flatMap((id, place) => {
          const option = options.find((one) => one.id === id);
          return option ? [line(option, place)] : [];
        })}
        {rest.map((option) => line(option, null))}
      </ol>
    </Panel>
  );
}

function OptionLine({
  option,
  place,
  count,
  weighed,
  vote,
  onChoose,
  onMove,
}: {
  option: Priority;
  place: number | null;
  count: number;
  weighed: Weighing['options'][number] | undefined;
  vote: Vote['results'][number] | undefined;
  onChoose: (isChosen: boolean) => void;
  onMove: (step: number) => void;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.priorities.update.mutationOptions());
  const rank = (value: number | null | undefined) => (value === null || value === undefined ? '–' : formats.decimal(value, Number.isInteger(value) ? 0 : 1));
  return (
    <li id={`priority-${option.id}`} className={classes.line} data-chosen={place !== null || undefined}>
      <span className={classes.place}>{place === null ? '' : formats.count(place + 1)}</span>
      <div className={classes.words}>
        <Checkbox
          label={<bdi>{option.title || t('vote.untitled')}</bdi>}
          checked={place !== null}
          onChange={(event) => onChoose(event.currentTarget.checked)}
          classNames={{ label: classes.title ?? '' }}
        />
        <p className={classes.facts}>
          <span>
            {weighed?.value === null || weighed === undefined
              ? t('decision.fact.notRanked')
              : t('decision.fact.criteria', { rank: rank(weighed.rank), value: formats.decimal(weighed.value) })}
          </span>
          {weighed?.leads === null || weighed === undefined ? null : <span>{t('decision.fact.leads', { share: formats.percent(weighed.leads) })}</span>}
          {vote?.rank ? <span>{t('decision.fact.vote', { rank: rank(vote.rank), share: formats.percent(vote.share) })}</span> : null}
        </p>
        {place === null ? null : (
          <SavedTextarea
            aria-label={t('result.reason', { title: option.title })}
            placeholder={t('result.reasonPlaceholder')}
            minRows={1}
            value={option.reason}
            onSave={(reason) => update({ id: option.id, patch: { reason } })}
          />
        )}
      </div>
      {place === null ? null : (
        <div className={classes.tools}>
          <Step label={t('decision.earlier', { title: option.title })} disabled={place === 0} onClick={() => onMove(-1)} up />
          <Step label={t('decision.later', { title: option.title })} disabled={place === count - 1} onClick={() => onMove(1)} />
        </div>
      )}
    </li>
  );
}

function Step({ label, disabled, onClick, up = false }: { label: string; disabled: boolean; onClick: () => void; up?: boolean }) {
  const Icon = up ? IconArrowUp : IconArrowDown;
  return (
    <Tooltip label={label}>
      <ActionIcon color="gray" size="2.25rem" aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size="1rem" stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
