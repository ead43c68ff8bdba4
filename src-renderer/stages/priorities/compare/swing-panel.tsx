import { Select, Slider } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Weighing } from '#shared/domain/criteria.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { CellNumber } from '../../../ui/editable-cell.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Term } from '../../../ui/term.tsx';
import { usePromptValue } from '../../../ui/use-prompt-value.ts';
import { useFigureWords } from '../figure-words.ts';
import classes from './compare.module.css';
import { SwingBallots } from './swing-ballots.tsx';

const together = 'together';

/** How much it matters to go from the worst to the best end of each criterion: 100 for the one that matters most, the others beside it. */
export function SwingPanel({ weighing }: { weighing: Weighing }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [who, setWho] = useState(together);
  const swings = useQuery(queries.criteria.swings.queryOptions()).data ?? [];
  const groups = useQuery(queries.priorities.vote.queryOptions()).data?.groups ?? [];
  const groupId = who === together ? null : who;
  const own = groupId === null ? null : weighing.groups.find((group) => group.groupId === groupId);
  return (
    <Panel
      title={t('swing.title')}
      note={<Term name="swing">{t('swing.note')}</Term>}
      actions={
        <>
          {groups.length > 0 ? (
            <Select
              className={classes.who}
              aria-label={t('swing.who')}
              data={[{ value: together, label: t('criteria.together') }, ...groups.map(({ id, name }) => ({ value: id, label: name || t('vote.untitled') }))]}
              value={who}
              allowDeselect={false}
              onChange={(value) => value && setWho(value)}
            />
          ) : null}
          <SwingBallots hasSwings={swings.some(({ swing }) => swing !== null)} />
        </>
      }
    >
      <ul className={classes.swings}>
        {weighing.criteria.map((criterion, place) => (
          <SwingLine
            key={`${criterion.id} ${who}`}
            criterion={criterion}
            groupId={groupId}
            swing={swings.find((swing) => swing.criterionId === criterion.id && swing.groupId === groupId)?.swing ?? null}
            weight={groupId === null ? criterion.weight : (own?.weights?.[place] ?? null)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function SwingLine({
  criterion,
  groupId,
  swing,
  weight,
}: {
  criterion: Weighing['criteria'][number];
  groupId: string | null;
  swing: number | null;
  weight: number | null;
}) {
  const { t, formats } = useTexts();
  const { number } = useFigureWords();
  const { queries } = useEngine();
  const { mutate } = useMutation(queries.criteria.setSwing.mutationOptions());
  const [shown, choose] = usePromptValue<number | null>(swing, (value, undo) =>
    mutate({ criterionId: criterion.id, groupId, swing: value }, { onError: undo }),
  );
  const [dragged, setDragged] = useState<number | null>(null);
  const ends = { worst: criterion.worst ?? criterion.suggested?.worst ?? null, best: criterion.best ?? criterion.suggested?.best ?? null };
  const endText = (value: number | null) => (value === null ? '–' : number(value));
  return (
    <li className={classes.swing}>
      <div className={classes.swingWords}>
        <strong>
          <bdi>{criterion.name}</bdi>
        </strong>
        <span>{t('swing.fromTo', { worst: endText(ends.worst), best: endText(ends.best), unit: criterion.unit })}</span>
      </div>
      <Slider
        className={classes.slider ?? ''}
        thumbLabel={t('swing.of', { name: criterion.name })}
        label={null}
        min={0}
        max={100}
        step={5}
        value={dragged ?? shown ?? 0}
        onChange={setDragged}
        onChangeEnd={(value) => {
          setDragged(null);
          choose(value);
        }}
      />
      <div className={classes.swingNumber}>
        <CellNumber label={t('swing.numberOf', { name: criterion.name })} value={dragged ?? shown} max={100} onSave={(value) => choose(value)} />
      </div>
      <span className={classes.weight}>{formats.percent(weight)}</span>
    </li>
  );
}
