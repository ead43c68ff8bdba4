import { MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { approaches, deliveryLevels, type MeasureInput } from '#shared/domain/policy.ts';
import { residentGroups } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Fold } from '../fold.tsx';
import classes from './measure.module.css';
import type { MeasurePartProps } from './measure-part.ts';
import { MeasurePart } from './measure-part.tsx';

/** The kind of measure, the places and the people it is for. */
export function MeasureWhatWhere({ measure, save }: MeasurePartProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const areas = useQuery(queries.areas.list.queryOptions({ input: {} })).data ?? [];
  const filled = [measure.code, measure.deliveryLevel, measure.legalBasis].filter(Boolean).length;
  return (
    <MeasurePart title={t('policy.whatWhere')}>
      <div className={classes.fields}>
        <Select
          label={t('policy.approach')}
          data={approaches.map((value) => ({ value, label: t(`approach.${value}`) }))}
          value={measure.approach}
          onChange={(approach) => save({ approach: approach as MeasureInput['approach'] })}
          clearable
        />
        <MultiSelect
          label={t('policy.areas')}
          placeholder={measure.areaIds.length === 0 ? t('policy.wholeCity') : undefined}
          data={areas.map((area) => ({ value: area.id, label: area.name }))}
          value={measure.areaIds}
          onChange={(areaIds) => save({ areaIds })}
          searchable
          limit={60}
        />
        <MultiSelect
          label={t('policy.groupsServed')}
          placeholder={measure.residentGroups.length === 0 ? t('policy.everybody') : undefined}
          data={residentGroups.map((value) => ({ value, label: t(`residentGroup.${value}`) }))}
          value={measure.residentGroups}
          onChange={(groups) => save({ residentGroups: residentGroups.filter((group) => groups.includes(group)) })}
          className={classes.wholeField}
          searchable
        />
      </div>
      <Fold title={t('policy.more.whatWhere')} note={filled > 0 ? t('policy.filled', { done: filled, total: 3 }) : undefined}>
        <div className={classes.fields}>
          <SavedTextInput label={t('policy.code')} description={t('policy.codeNote')} value={measure.code} onSave={(code) => save({ code })} maxLength={40} />
          <Select
            label={t('policy.deliveryLevel')}
            description={t('policy.deliveryLevelNote')}
            data={deliveryLevels.map((value) => ({ value, label: t(`deliveryLevel.${value}`) }))}
            value={measure.deliveryLevel}
            onChange={(deliveryLevel) => save({ deliveryLevel: deliveryLevel as MeasureInput['deliveryLevel'] })}
            clearable
          />
          <SavedTextarea
            label={t('policy.legalBasis')}
            description={t('policy.legalBasisNote')}
            value={measure.legalBasis}
            onSave={(legalBasis) => save({ legalBasis })}
            className={classes.wholeField}
          />
        </div>
      </Fold>
    </MeasurePart>
  );
}
