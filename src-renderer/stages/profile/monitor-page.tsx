import { Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { monitorQuestions, monitorThemes } from '#shared/domain/indicators.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { SavedTextarea } from '../../ui/saved-text.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import classes from './indicators/indicators.module.css';
import { MonitorSlotCard } from './indicators/monitor-slot-card.tsx';
import { useIndicators } from './indicators/use-indicators.ts';

/** The Urban Safety Monitor: fifteen slots in three themes, with what is known of what is linked to them, and the two steps of its reflection. */
export function MonitorPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const book = useIndicators();
  const slots = useQuery(queries.indicators.monitor.queryOptions()).data;
  const knowledge = useQuery(queries.indicators.knowledge.queryOptions()).data;
  const notes = useQuery(queries.indicators.monitorNotes.queryOptions()).data;
  const setNote = useMutation(queries.indicators.setMonitorNote.mutationOptions());
  const note = (question: (typeof monitorQuestions)[number]) => (
    <SavedTextarea
      key={question}
      mb="md"
      label={t(`monitor.question.${question}`)}
      value={notes?.find((one) => one.question === question)?.text ?? ''}
      onSave={(text) => setNote.mutate({ question, text })}
    />
  );
  const linked = new Set((slots ?? []).flatMap((slot) => slot.indicatorCodes));
  const answers = (knowledge ?? [])
    .filter((one) => linked.has(one.indicatorCode))
    .flatMap((one) => [one.doesExist, one.isUpdated, one.mayBeShared, one.isUsed]);
  const countOf = (answer: string) => answers.filter((one) => one === answer).length;

  return (
    <StagePage wide title={t('monitor.title')} purpose={t('monitor.purpose')}>
      {book && slots && knowledge && notes ? (
        <>
          <Panel title={t('monitor.step1')} note={t('monitor.answers', { yes: countOf('yes'), partly: countOf('partly'), no: countOf('no') })}>
            {note('knowledge')}
          </Panel>
          {[...monitorThemes, null].map((theme) => {
            const own = slots.filter((slot) => slot.theme === theme);
            if (own.length === 0) return null;
            return (
              <Panel key={theme ?? 'none'} title={t(`indicators.theme.${theme ?? 'none'}`)} note={theme === null ? t('monitor.published') : undefined}>
                <ul className={classes.slots}>
                  {own.map((slot) => (
                    <MonitorSlotCard key={slot.slot} slot={slot} book={book} knowledge={knowledge} />
                  ))}
                </ul>
              </Panel>
            );
          })}
          <Panel title={t('monitor.step2')}>{monitorQuestions.filter((question) => question !== 'knowledge').map(note)}</Panel>
        </>
      ) : (
        <Skeleton height="24rem" />
      )}
    </StagePage>
  );
}
