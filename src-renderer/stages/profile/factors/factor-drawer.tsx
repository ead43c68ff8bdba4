import { SegmentedControl, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { changeabilities, ecologicalLevels, type Factor, type FactorInput, factorDirections } from '#shared/domain/factors.ts';
import { qualityGrades } from '#shared/domain/quality-grade.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectFoot } from '../../../app/history/object-foot.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { RestrictedPart } from '../risks/restricted-part.tsx';
import classes from './factors.module.css';
import { FindingChoice } from './finding-choice.tsx';

/** Everything about one factor, saved as it is entered. */
export function FactorDrawer({ factor, onClose }: { factor: Factor | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={factor} onClose={onClose} size="30rem" title={t('factors.drawer')}>
      {(shown) => <FactorFields key={shown.id} factor={shown} onClose={onClose} />}
    </ObjectDrawer>
  );
}

function FactorFields({ factor, onClose }: { factor: Factor; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.factors.update.mutationOptions());
  const remove = useMutation(queries.factors.remove.mutationOptions({ onSuccess: onClose }));
  const save = (patch: Partial<FactorInput>) => update.mutate({ id: factor.id, patch });
  return (
    <div className={classes.fields}>
      <SavedTextInput label={t('factors.text')} value={factor.text} onSave={(text) => save({ text })} data-autofocus />
      <SegmentedControl
        aria-label={t('factors.direction')}
        value={factor.direction}
        onChange={(value) => save({ direction: factorDirections.find((known) => known === value) ?? factor.direction })}
        data={factorDirections.map((value) => ({ value, label: t(`factorDirection.${value}`) }))}
      />
      <Select
        label={t('factors.level')}
        data={ecologicalLevels.map((value) => ({ value, label: t(`ecologicalLevel.${value}`) }))}
        value={factor.level}
        onChange={(value) => save({ level: ecologicalLevels.find((known) => known === value) ?? factor.level })}
      />
      <Select
        label={t('factors.changeable')}
        placeholder={t('risks.notSaid')}
        data={changeabilities.map((value) => ({ value, label: t(`changeable.${value}`) }))}
        value={factor.changeable === '' ? null : factor.changeable}
        onChange={(value) => save({ changeable: changeabilities.find((known) => known === value) ?? '' })}
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
      />
      <Select
        label={t('factors.grade')}
        description={t('factors.grade.hint')}
        placeholder={t('risks.notSaid')}
        data={qualityGrades.map((value) => ({ value, label: `${value} · ${t(`quality.${value}`)}` }))}
        value={factor.grade === '' ? null : factor.grade}
        onChange={(value) => save({ grade: qualityGrades.find((known) => known === value) ?? '' })}
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
      />
      <SavedTextInput label={t('risks.source')} placeholder={t('risks.source.placeholder')} value={factor.source} onSave={(source) => save({ source })} />
      <FindingChoice value={factor.findingId} onSave={(findingId) => save({ findingId })} />
      <SavedTextarea label={t('field.note')} value={factor.note} onSave={(note) => save({ note })} />
      <RestrictedPart isRestricted={factor.isRestricted} onRestrict={(isRestricted) => save({ isRestricted })} />
      <ObjectFoot object={{ type: 'factor', id: factor.id, name: factor.text }} onRemove={() => remove.mutate({ id: factor.id })} />
    </div>
  );
}
