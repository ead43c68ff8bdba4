import { MultiSelect, Select, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type Practice, type PracticeInput, practicePlaces, practiceScales } from '#shared/domain/library.ts';
import { approaches } from '#shared/domain/policy.ts';
import { qualityGrades } from '#shared/domain/quality-grade.ts';
import { residentGroups } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { ObjectFoot } from '../../app/history/object-foot.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { countryOptions } from '../../ui/place-names.ts';
import { SavedNumberInput } from '../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../ui/saved-text.tsx';
import { currencyOptions } from '../city/currencies.ts';
import classes from './practice.module.css';
import { ResultFields } from './result-fields.tsx';

/** An own practice, saved as it is entered. */
export function PracticeForm({ practice, onRemoved }: { practice: Practice; onRemoved: () => void }) {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.library.update.mutationOptions());
  const remove = useMutation(queries.library.remove.mutationOptions({ onSuccess: onRemoved }));
  const save = (patch: Partial<PracticeInput>) => update.mutate({ id: practice.id, patch });
  const chosen = <Value extends string>(all: readonly Value[], values: readonly string[]) => all.filter((value) => values.includes(value));
  const year = (field: 'startYear' | 'endYear', label: string) => (
    <SavedNumberInput
      label={label}
      min={1800}
      max={2200}
      allowDecimal={false}
      thousandSeparator=""
      dir="ltr"
      value={practice[field]}
      onSave={(value) => save({ [field]: value })}
    />
  );
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('action.clear') } } as const;
  return (
    <div className={classes.form}>
      <SavedTextInput label={t('practice.title')} value={practice.title} onSave={(title) => save({ title })} data-autofocus />
      <div className={classes.pair}>
        <SavedTextInput label={t('practice.city')} value={practice.city} onSave={(city) => save({ city })} />
        <Select
          label={t('city.country.label')}
          data={countryOptions(language)}
          value={practice.country === '' ? null : practice.country}
          onChange={(country) => save({ country: country ?? '' })}
          searchable
          {...clear}
        />
        {year('startYear', t('practice.from'))}
        {year('endYear', t('practice.to'))}
        <Select
          label={t('practice.scale')}
          data={practiceScales.map((value) => ({ value, label: t(`practiceScale.${value}`) }))}
          value={practice.scale === '' ? null : practice.scale}
          onChange={(value) => save({ scale: practiceScales.find((known) => known === value) ?? '' })}
          {...clear}
        />
        <SavedTextInput label={t('practice.lead')} value={practice.leadBody} onSave={(leadBody) => save({ leadBody })} />
      </div>
      <SavedTextInput label={t('practice.partners')} value={practice.partners} onSave={(partners) => save({ partners })} />
      <SavedTextarea label={t('practice.problem')} value={practice.problem} onSave={(problem) => save({ problem })} />
      <SavedTextarea label={t('practice.steps')} description={t('practice.steps.hint')} value={practice.steps} onSave={(steps) => save({ steps })} />
      <MultiSelect
        label={t('practice.approaches')}
        data={approaches.map((value) => ({ value, label: t(`approach.${value}`) }))}
        value={practice.approaches}
        onChange={(values) => save({ approaches: chosen(approaches, values) })}
      />
      <MultiSelect
        label={t('practice.groups')}
        data={residentGroups.map((value) => ({ value, label: t(`residentGroup.${value}`) }))}
        value={practice.residentGroups}
        onChange={(values) => save({ residentGroups: chosen(residentGroups, values) })}
      />
      <MultiSelect
        label={t('practice.places')}
        data={practicePlaces.map((value) => ({ value, label: t(`practicePlace.${value}`) }))}
        value={practice.placeTypes}
        onChange={(values) => save({ placeTypes: chosen(practicePlaces, values) })}
      />
      <div className={classes.pair}>
        <SavedNumberInput label={t('practice.cost')} min={0} thousandSeparator=" " dir="ltr" value={practice.cost} onSave={(cost) => save({ cost })} />
        <Select
          label={t('city.currency.label')}
          data={currencyOptions(language)}
          value={practice.currency === '' ? null : practice.currency}
          onChange={(currency) => save({ currency: currency ?? '' })}
          searchable
          {...clear}
        />
      </div>
      <ResultFields practice={practice} onSave={(results) => save({ results })} />
      <Select
        label={t('factors.grade')}
        description={t('practice.grade.hint')}
        data={qualityGrades.map((value) => ({ value, label: `${value} · ${t(`quality.${value}`)}` }))}
        value={practice.grade === '' ? null : practice.grade}
        onChange={(value) => save({ grade: qualityGrades.find((known) => known === value) ?? '' })}
        {...clear}
      />
      <SavedTextarea
        label={t('practice.transfer')}
        description={t('practice.transfer.hint')}
        value={practice.transfer}
        onSave={(transfer) => save({ transfer })}
      />
      <SavedTextInput label={t('risks.source')} placeholder={t('risks.source.placeholder')} value={practice.source} onSave={(source) => save({ source })} />
      <Switch
        label={t('practice.mayBeShared')}
        description={t('practice.mayBeShared.hint')}
        checked={practice.mayBeShared}
        onChange={(event) => save({ mayBeShared: event.currentTarget.checked })}
      />
      <ObjectFoot
        object={{ type: 'practice', id: practice.id, name: practice.title }}
        question={{ title: t('risks.remove.title', { title: practice.title || t('risks.untitled') }), body: t('practice.remove.body') }}
        onRemove={() => remove.mutate({ id: practice.id })}
      />
    </div>
  );
}
