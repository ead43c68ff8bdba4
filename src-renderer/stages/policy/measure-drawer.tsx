import { Button, Group, MultiSelect, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { approaches, type Measure, type MeasureInput } from '#shared/domain/policy.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { ObjectHistoryButton } from '../../app/history/object-history.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { ObjectDrawer } from '../../ui/object-drawer.tsx';
import { SavedNumberInput } from '../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../ui/saved-text.tsx';
import classes from './plan-page.module.css';

type NumberField = { [Key in keyof MeasureInput]: MeasureInput[Key] extends number | null ? Key : never }[keyof MeasureInput];

/** Everything about one measure, saved as it is entered. */
export function MeasureDrawer({ measure, onClose }: { measure: Measure | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={measure} onClose={onClose} size="34rem" title={t('policy.measure')}>
      {(shown) => <MeasureFields key={shown.id} measure={shown} onRemoved={onClose} />}
    </ObjectDrawer>
  );
}

function MeasureFields({ measure, onRemoved }: { measure: Measure; onRemoved: () => void }) {
  const { t, formats, language } = useTexts();
  const { queries } = useEngine();
  const currency = useProject()?.city.currency ?? '';
  const stakeholders = useQuery(queries.stakeholders.list.queryOptions()).data ?? [];
  const areas = useQuery(queries.areas.list.queryOptions({ input: {} })).data ?? [];
  const indicators = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data ?? [];
  const update = useMutation(queries.policy.updateMeasure.mutationOptions());
  const remove = useMutation(queries.policy.removeMeasure.mutationOptions({ onSuccess: onRemoved }));
  const confirm = useConfirm();
  const save = (patch: Partial<MeasureInput>) => update.mutate({ id: measure.id, patch });
  const bodies = stakeholders.map((stakeholder) => ({ value: stakeholder.id, label: stakeholder.name || t('policy.untitled') }));

  const number = (field: NumberField, label: TextKey, isYear = false) => (
    <SavedNumberInput
      label={t(label)}
      value={measure[field]}
      onSave={(value) => save({ [field]: value })}
      allowDecimal={!isYear}
      thousandSeparator={isYear ? '' : ' '}
      {...(isYear ? { min: 1800, max: 2200 } : { min: field.startsWith('baseline') || field.startsWith('target') ? undefined : 0 })}
      dir="ltr"
    />
  );

  return (
    <div className={classes.fields}>
      <SavedTextInput
        label={t('policy.measureTitle')}
        value={measure.title}
        onSave={(title) => save({ title })}
        className={classes.wholeField}
        data-autofocus
      />
      <SavedTextarea
        label={t('policy.description')}
        value={measure.description}
        onSave={(description) => save({ description })}
        className={classes.wholeField}
      />
      <Select
        label={t('policy.approach')}
        data={approaches.map((value) => ({ value, label: t(`approach.${value}`) }))}
        value={measure.approach}
        onChange={(approach) => save({ approach: approach as Measure['approach'] })}
        clearable
      />
      <Select
        label={t('policy.owner')}
        description={undefined}
        data={bodies}
        value={measure.ownerId}
        onChange={(ownerId) => save({ ownerId })}
        searchable
        clearable
        nothingFoundMessage={t('policy.noBody')}
      />
      <MultiSelect
        label={t('policy.partners')}
        data={bodies}
        value={measure.partnerIds}
        onChange={(partnerIds) => save({ partnerIds })}
        searchable
        className={classes.wholeField}
        nothingFoundMessage={t('policy.noBody')}
      />
      <MultiSelect
        label={t('policy.areas')}
        description={t('policy.areasNote')}
        data={areas.map((area) => ({ value: area.id, label: area.name }))}
        value={measure.areaIds}
        onChange={(areaIds) => save({ areaIds })}
        searchable
        limit={60}
        className={classes.wholeField}
      />
      {number('startYear', 'policy.from', true)}
      {number('endYear', 'policy.to', true)}
      <h3>{t('policy.costs')}</h3>
      {number('capitalCost', 'policy.capital')}
      {number('recurrentCostPerYear', 'policy.recurrent')}
      <SavedNumberInput
        label={t('policy.contingency')}
        value={measure.contingencyPercent}
        onSave={(value) => save({ contingencyPercent: value ?? 0 })}
        min={0}
        max={100}
        suffix=" %"
        dir="ltr"
      />
      <span />
      {number('fundingOwn', 'policy.fundingOwn')}
      {number('fundingShared', 'policy.fundingShared')}
      {number('fundingExternal', 'policy.fundingExternal')}
      <div className={classes.sum} data-whole role="status">
        <span>
          {t('policy.cost')}: <strong className="tabular">{formats.money(measure.totalCost, currency)}</strong>
        </span>
        <span>
          {t('policy.funding')}: <strong className="tabular">{formats.money(measure.funding, currency)}</strong>
        </span>
        <span>
          {t('policy.gap')}: <strong className="tabular">{formats.money(measure.gap, currency)}</strong>
        </span>
      </div>
      <h3>{t('policy.monitoring')}</h3>
      <Select
        label={t('policy.indicator')}
        data={indicators.map((indicator) => ({ value: indicator.code, label: `${indicator.code} · ${indicator.name}` }))}
        value={measure.indicatorCode}
        onChange={(indicatorCode) => save({ indicatorCode })}
        searchable
        clearable
        className={classes.wholeField}
      />
      <SavedTextInput
        label={t('policy.indicatorText')}
        value={measure.indicatorText}
        onSave={(indicatorText) => save({ indicatorText })}
        className={classes.wholeField}
      />
      {number('baselineValue', 'policy.baseline')}
      {number('baselineYear', 'policy.baselineYear', true)}
      {number('targetValue', 'policy.target')}
      {number('targetYear', 'policy.targetYear', true)}
      <Group data-whole mt="md" justify="space-between">
        <ObjectHistoryButton object={{ type: 'measure', id: measure.id, name: measure.title }} label={t('history.object.measure')} />
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size="1.1rem" stroke={1.6} aria-hidden />}
          onClick={() =>
            confirm.ask({
              title: t('policy.removeMeasure'),
              body: t('policy.removeMeasureBody', { title: measure.title }),
              action: t('action.remove'),
              onConfirm: () => remove.mutate({ id: measure.id }),
            })
          }
        >
          {t('policy.removeMeasure')}
        </Button>
      </Group>
      {confirm.dialog}
    </div>
  );
}
