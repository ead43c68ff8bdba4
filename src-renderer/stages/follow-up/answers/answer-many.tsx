import { Button, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type AnswerStatus, answerStatuses, type ParticipantInput } from '#shared/domain/follow-up.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../follow-up.module.css';

/** One answer to several things that people said in much the same words. */
export function AnswerMany({ inputs, onDone }: { inputs: readonly ParticipantInput[]; onDone: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [status, setStatus] = useState<AnswerStatus>('did');
  const [answer, setAnswer] = useState('');
  const { mutate: give, isPending } = useMutation(queries.followUp.answer.mutationOptions({ onSuccess: onDone }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const asked = inputs.flatMap(({ kind, inputId, id }) => (inputId ? [{ kind, inputId }] : kind === 'typed' && id ? [{ kind, inputId: id }] : []));
    give({ inputs: asked, patch: { status, answer } });
  };
  return (
    <form onSubmit={send} className={classes.many} aria-label={t('followUp.answers.together', { count: inputs.length })}>
      <div className={classes.form}>
        <Select
          label={t('followUp.answers.became')}
          data={answerStatuses.map((value) => ({ value, label: t(`answerStatus.${value}`) }))}
          value={status}
          allowDeselect={false}
          onChange={(value) => value && setStatus(value)}
        />
        <Textarea
          className={classes.wide}
          label={t('followUp.answers.answer')}
          dir="auto"
          autosize
          minRows={1}
          maxLength={20_000}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
      </div>
      <div className={classes.foot}>
        <Button type="submit" loading={isPending}>
          {t('followUp.answers.together', { count: inputs.length })}
        </Button>
      </div>
    </form>
  );
}
