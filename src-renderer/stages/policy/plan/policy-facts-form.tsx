import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type PolicyFacts, policyStages, policyTypes } from '#shared/domain/policy-frame.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { KnownDateInput } from '../date-inputs.tsx';
import { useBodies } from '../use-plan.ts';
import classes from './plan.module.css';

const texts = ['coverageNote', 'legalBasis', 'participation', 'monitoring', 'publishedWhere'] as const;

/** What surveys of municipal safety policies ask; printed as the one-page status card. */
export function PolicyFactsForm({ facts }: { facts: PolicyFacts }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { options } = useBodies();
  const update = useMutation(queries.policy.updateFacts.mutationOptions());
  const save = (patch: Partial<PolicyFacts>) => update.mutate(patch);
  return (
    <div className={classes.fields}>
      <Select
        label={t('policyFact.stage')}
        data={policyStages.map((value) => ({ value, label: t(`policyStage.${value}`) }))}
        value={facts.stage}
        onChange={(stage) => save({ stage: stage as PolicyFacts['stage'] })}
        clearable
      />
      <Select
        label={t('policyFact.type')}
        data={policyTypes.map((value) => ({ value, label: t(`policyType.${value}`) }))}
        value={facts.type}
        onChange={(type) => save({ type: type as PolicyFacts['type'] })}
        clearable
      />
      <SavedNumberInput
        label={t('policyFact.adoptedYear')}
        value={facts.adoptedYear}
        onSave={(adoptedYear) => save({ adoptedYear })}
        min={1800}
        max={2200}
        allowDecimal={false}
        thousandSeparator=""
        dir="ltr"
      />
      <Select
        label={t('policyFact.coversWholeCity')}
        data={[
          { value: 'yes', label: t('policyFact.yes') },
          { value: 'no', label: t('policyFact.no') },
        ]}
        value={facts.coversWholeCity === null ? null : facts.coversWholeCity ? 'yes' : 'no'}
        onChange={(value) => save({ coversWholeCity: value === null ? null : value === 'yes' })}
        clearable
      />
      <Select
        label={t('policyFact.responsibleUnit')}
        data={options}
        value={facts.responsibleId}
        onChange={(responsibleId) => save({ responsibleId })}
        searchable
        clearable
        nothingFoundMessage={t('policy.noBody')}
      />
      <SavedTextInput label={t('policyFact.responsibleText')} value={facts.responsibleUnit} onSave={(responsibleUnit) => save({ responsibleUnit })} />
      {texts.map((name) => (
        <SavedTextarea key={name} label={t(`policyFact.${name}`)} value={facts[name]} onSave={(value) => save({ [name]: value })} className={classes.whole} />
      ))}
      <KnownDateInput label={t('policyFact.lastReviewOn')} value={facts.lastReviewOn} onSave={(lastReviewOn) => save({ lastReviewOn })} />
      <KnownDateInput label={t('policyFact.nextReviewOn')} value={facts.nextReviewOn} onSave={(nextReviewOn) => save({ nextReviewOn })} />
      <SavedNumberInput
        label={t('policyFact.reviewEveryMonths')}
        value={facts.reviewEveryMonths}
        onSave={(reviewEveryMonths) => save({ reviewEveryMonths })}
        min={1}
        max={240}
        allowDecimal={false}
        dir="ltr"
      />
      <SavedTextarea label={t('policyFact.reviewRules')} value={facts.reviewRules} onSave={(reviewRules) => save({ reviewRules })} className={classes.whole} />
    </div>
  );
}
