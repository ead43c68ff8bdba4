import { ActionIcon, Button, Checkbox, Select } from '@mantine/core';
import {
  IconBuilding,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconHourglass,
  IconPencil,
  IconProgress,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AnswerPatch, type AnswerStatus, answerStatuses, type ParticipantInput } from '#shared/domain/follow-up.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from '../follow-up.module.css';
import { Mark } from '../mark.tsx';
import type { Tone } from '../targets/pace.ts';

const looks: Readonly<Record<AnswerStatus | 'waiting', { tone: Tone; icon: TablerIcon }>> = {
  did: { tone: 'good', icon: IconCircleCheck },
  will: { tone: 'good', icon: IconProgress },
  partly: { tone: 'caution', icon: IconCircleHalf2 },
  no: { tone: 'danger', icon: IconCircleX },
  'not-ours': { tone: 'plain', icon: IconBuilding },
  waiting: { tone: 'caution', icon: IconHourglass },
};

/** What was said in people's own words, and what the city answers below it. */
export function InputRow({ input, isChosen, onToggle }: { input: ParticipantInput; isChosen: boolean; onToggle: () => void }) {
  const { t, formats } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const where = [t(`inputKind.${input.kind}`), input.workshop, input.saidBy, input.at ? formats.day(input.at.slice(0, 10)) : ''].filter(Boolean);
  return (
    <li className={classes.pick}>
      {input.isWaiting ? (
        <Checkbox size="md" aria-label={t('followUp.answers.choose', { said: input.said })} checked={isChosen} onChange={onToggle} />
      ) : (
        <span />
      )}
      <div>
        <div className={classes.head}>
          <Mark {...looks[input.status ?? 'waiting']}>{t(input.status ? `answerStatus.${input.status}` : 'followUp.answers.waits')}</Mark>
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconPencil size="1rem" stroke={1.6} aria-hidden />}
            aria-expanded={isOpen}
            aria-label={`${t(input.isWaiting ? 'followUp.answers.give' : 'followUp.answers.change')}: ${input.said}`}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t(input.isWaiting ? 'followUp.answers.give' : 'followUp.answers.change')}
          </Button>
        </div>
        <blockquote className={classes.said} dir="auto">
          {input.said}
        </blockquote>
        <div className={classes.soft}>{where.map((part) => `\u2068${part}\u2069`).join(' · ')}</div>
      </div>
      {isOpen ? <AnswerForm input={input} onClose={() => setIsOpen(false)} /> : <AnswerWords input={input} />}
    </li>
  );
}

function AnswerWords({ input }: { input: ParticipantInput }) {
  const { t } = useTexts();
  if (input.isWaiting) return null;
  return (
    <div className={classes.answer} dir="auto">
      {input.answer ? <p className={classes.words}>{input.answer}</p> : null}
      {input.reason ? <p className={classes.words}>{t('followUp.answers.because', { reason: input.reason })}</p> : null}
      {input.lacksReason ? <p className={classes.lacking}>{t('followUp.answers.sayWhy')}</p> : null}
      {input.isPublic ? null : <p className={classes.soft}>{t('followUp.notPublic')}</p>}
    </div>
  );
}

function AnswerForm({ input, onClose }: { input: ParticipantInput; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const measures = useQuery(queries.policy.measures.queryOptions()).data ?? [];
  const { mutate: answer } = useMutation(queries.followUp.answer.mutationOptions());
  const { mutate: update } = useMutation(queries.followUp.updateAnswer.mutationOptions());
  const { mutate: remove } = useMutation(queries.followUp.removeAnswer.mutationOptions({ onSuccess: onClose }));
  const save = (patch: Partial<AnswerPatch>) => {
    const { said: _said, ...rest } = patch;
    if (input.id) update({ id: input.id, patch });
    else if (input.inputId) answer({ inputs: [{ kind: input.kind, inputId: input.inputId }], patch: rest });
  };
  const asksWhy = input.status === 'no' || input.status === 'partly' || input.status === 'not-ours';
  return (
    <div className={classes.answer}>
      <div className={classes.form}>
        <Select
          label={t('followUp.answers.became')}
          placeholder={t('followUp.answers.waits')}
          data={answerStatuses.map((value) => ({ value, label: t(`answerStatus.${value}`) }))}
          value={input.status}
          onChange={(status) => save({ status })}
          clearable
          clearButtonProps={{ 'aria-label': t('action.remove') }}
        />
        <Select
          label={t('followUp.answers.measure')}
          data={measures.map(({ id, title }) => ({ value: id, label: title || t('policy.untitledMeasure') }))}
          value={input.measureId}
          onChange={(measureId) => save({ measureId })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('action.remove') }}
        />
        <SavedTextarea className={classes.whole} label={t('followUp.answers.answer')} value={input.answer} onSave={(text) => save({ answer: text })} />
        {asksWhy ? (
          <SavedTextarea className={classes.whole} label={t('followUp.answers.reason')} value={input.reason} onSave={(reason) => save({ reason })} />
        ) : null}
        <SavedTextInput
          label={t('followUp.answers.saidBy')}
          description={t('followUp.answers.saidByNote')}
          value={input.saidBy}
          onSave={(saidBy) => save({ saidBy })}
        />
        <Checkbox
          size="md"
          mt="xl"
          label={t('followUp.isPublic')}
          checked={input.isPublic}
          onChange={(event) => save({ isPublic: event.currentTarget.checked })}
        />
      </div>
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
        {input.id ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="2.25rem"
            aria-label={t(input.kind === 'typed' ? 'followUp.answers.removeTyped' : 'followUp.answers.takeBack')}
            onClick={() => remove({ id: input.id ?? '' })}
          >
            <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        ) : null}
      </div>
    </div>
  );
}
