import { Button, SegmentedControl } from '@mantine/core';
import { IconMessageReply } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ParticipantInput } from '#shared/domain/follow-up.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import { AddInput } from './answers/add-input.tsx';
import { AnswerMany } from './answers/answer-many.tsx';
import { InputRow } from './answers/input-row.tsx';
import classes from './follow-up.module.css';

const views = ['waiting', 'answered', 'all'] as const;
type View = (typeof views)[number];
/** More than this at once would not be read; the rest come as these are answered. */
const mostShown = 60;

/** «You said – we did – or why not»: everything that people said, each with its answer, or waiting for one. */
export function AnswersPage() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const inputs = useQuery(queries.followUp.inputs.queryOptions()).data;
  const [view, setView] = useState<View>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAdding, setIsAdding] = useState(false);
  const waiting = inputs?.filter(({ isWaiting }) => isWaiting) ?? [];
  const isIn = ({ isWaiting }: ParticipantInput) => view === 'all' || isWaiting === (view === 'waiting');
  const shown = inputs?.filter(isIn) ?? [];
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const picked = waiting.filter(({ key }) => chosen.has(key));
  const add = (
    <Button variant={inputs?.length === 0 ? 'filled' : 'default'} onClick={() => setIsAdding(true)}>
      {t('followUp.answers.add')}
    </Button>
  );
  return (
    <StagePage title={t('section.answers')} purpose={t('followUp.answers.purpose')} actions={inputs && inputs.length > 0 ? add : null} wide>
      {inputs?.length === 0 ? (
        <Panel>
          <EmptyState icon={IconMessageReply} title={t('followUp.answers.empty.title')} action={add}>
            {t('followUp.answers.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {inputs && inputs.length > 0 ? (
        <>
          <StatRow>
            <Stat value={formats.count(waiting.length)} label={t('followUp.answers.waiting')} />
            <Stat value={formats.count(inputs.length - waiting.length)} label={t('followUp.answers.answered')} />
            <Stat value={formats.count(inputs.filter(({ status }) => status === 'did').length)} label={t('answerStatus.did')} />
            <Stat value={formats.count(inputs.filter(({ status }) => status === 'no' || status === 'not-ours').length)} label={t('followUp.answers.notDone')} />
          </StatRow>
          <Panel
            title={t('followUp.answers.list')}
            plain
            actions={
              <SegmentedControl
                aria-label={t('followUp.filter')}
                value={view}
                onChange={(value) => setView(views.find((known) => known === value) ?? 'all')}
                data={views.map((value) => ({ value, label: t(`followUp.answers.view.${value}`) }))}
              />
            }
          >
            {picked.length > 0 ? <AnswerMany inputs={picked} onDone={() => setChosen(new Set())} /> : null}
            <ul className={classes.list}>
              {shown.slice(0, mostShown).map((input) => (
                <InputRow key={input.key} input={input} isChosen={chosen.has(input.key)} onToggle={() => toggle(input.key)} />
              ))}
            </ul>
            {shown.length === 0 ? (
              <EmptyState icon={IconMessageReply} title={t('followUp.noneHere.title')}>
                {t('followUp.noneHere.body')}
              </EmptyState>
            ) : null}
            {shown.length > mostShown ? <p className={classes.rest}>{t('followUp.answers.rest', { count: shown.length - mostShown })}</p> : null}
          </Panel>
        </>
      ) : null}
      <AddInput opened={isAdding} onClose={() => setIsAdding(false)} />
    </StagePage>
  );
}
