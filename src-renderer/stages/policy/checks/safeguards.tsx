import { SegmentedControl, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type SafeguardAnswer,
  type SafeguardQuestion,
  type SafeguardStage,
  safeguardLevels,
  safeguardQuestions,
  safeguardStages,
} from '#shared/domain/policy-checks.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useBodyNames } from '../../stakeholders/network/use-network.ts';
import { useStakeholders } from '../../stakeholders/use-stakeholders.ts';
import classes from './checks.module.css';

/** Six questions about the harm that a safety policy can do itself; asked again at every review. */
export function Safeguards({ answers }: { answers: readonly SafeguardAnswer[] }) {
  const { t } = useTexts();
  const whole = answers.filter(({ measureId }) => measureId === null);
  const [stage, setStage] = useState<SafeguardStage>('planning');
  return (
    <Panel
      title={t('checkTopic.safeguards')}
      note={t('checks.safeguards.note')}
      plain
      actions={
        <SegmentedControl
          aria-label={t('field.safeguardStage')}
          value={stage}
          onChange={(value) => setStage(safeguardStages.find((known) => known === value) ?? 'planning')}
          data={safeguardStages.map((value) => ({ value, label: t(`safeguardStage.${value}`) }))}
        />
      }
    >
      {safeguardQuestions.map((question) => (
        <Question
          key={`${question}${stage}`}
          question={question}
          stage={stage}
          answer={whole.find((one) => one.question === question && one.stage === stage)}
        />
      ))}
    </Panel>
  );
}

function Question({ question, stage, answer }: { question: SafeguardQuestion; stage: SafeguardStage; answer: SafeguardAnswer | undefined }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { options } = useBodyNames(useStakeholders() ?? []);
  const { mutate } = useMutation(queries.policyChecks.answerSafeguard.mutationOptions());
  const save = (patch: Partial<SafeguardAnswer>) => mutate({ measureId: null, question, stage, ...patch });
  const isRisk = answer?.level === 'possible' || answer?.level === 'serious';
  return (
    <section className={classes.question} aria-label={t(`safeguard.${question}`)}>
      <div>
        <h3>{t(`safeguard.${question}`)}</h3>
        <p className={classes.about}>{t(`safeguard.${question}.about`)}</p>
      </div>
      <div className={classes.fields}>
        <SegmentedControl
          aria-label={t('field.safeguardLevel')}
          value={answer?.level ?? ''}
          onChange={(value) => save({ level: safeguardLevels.find((known) => known === value) ?? null })}
          data={safeguardLevels.map((value) => ({ value, label: t(`safeguardLevel.${value}`) }))}
        />
        <SavedTextarea label={t(isRisk ? 'field.harmRisk' : 'field.reason')} minRows={1} value={answer?.risk ?? ''} onSave={(risk) => save({ risk })} />
        {isRisk ? (
          <>
            <SavedTextarea label={t('field.mitigation')} minRows={1} value={answer?.mitigation ?? ''} onSave={(mitigation) => save({ mitigation })} />
            <div className={classes.pair}>
              <Select
                label={t('field.owner')}
                data={options}
                value={answer?.ownerId ?? null}
                onChange={(ownerId) => save({ ownerId })}
                searchable
                clearable
                clearButtonProps={{ 'aria-label': t('action.remove') }}
              />
              <SavedTextInput label={t('field.checkedBy')} value={answer?.checkedBy ?? ''} onSave={(checkedBy) => save({ checkedBy })} />
            </div>
          </>
        ) : null}
      </div>
    </section>
  );
}
