import { SegmentedControl, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { horizons, type OutsideFactor, type OutsideFactorInput, outsideDimensions } from '#shared/domain/factors.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectFoot } from '../../../app/history/object-foot.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { LevelTag } from '../risks/level-tag.tsx';
import { MarkScale } from '../risks/mark-scale.tsx';
import { RestrictedPart } from '../risks/restricted-part.tsx';
import classes from './factors.module.css';
import { FindingChoice } from './finding-choice.tsx';
import own from './outside.module.css';

/** Everything about one influence from outside, saved as it is entered. */
export function OutsideDrawer({ factor, onClose }: { factor: OutsideFactor | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={factor} onClose={onClose} size="30rem" title={t('outside.drawer')}>
      {(shown) => <OutsideFields key={shown.id} factor={shown} onClose={onClose} />}
    </ObjectDrawer>
  );
}

function OutsideFields({ factor, onClose }: { factor: OutsideFactor; onClose: () => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.factors.updateOutside.mutationOptions());
  const remove = useMutation(queries.factors.removeOutside.mutationOptions({ onSuccess: onClose }));
  const save = (patch: Partial<OutsideFactorInput>) => update.mutate({ id: factor.id, patch });
  return (
    <div className={classes.fields}>
      <SavedTextInput label={t('outside.text')} value={factor.text} onSave={(text) => save({ text })} />
      <Select
        label={t('outside.dimension')}
        data={outsideDimensions.map((value) => ({ value, label: t(`outsideDimension.${value}`) }))}
        value={factor.dimension}
        onChange={(value) => save({ dimension: outsideDimensions.find((known) => known === value) ?? factor.dimension })}
      />
      <SavedTextarea label={t('outside.effect')} description={t('outside.effect.hint')} value={factor.effect} onSave={(effect) => save({ effect })} />
      <div>
        <span className={own.fieldName} id="horizon-choice">
          {t('outside.horizon')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby="horizon-choice"
          value={factor.horizon}
          onChange={(value) => save({ horizon: horizons.find((known) => known === value) ?? '' })}
          data={[...horizons.map((value) => ({ value: value as string, label: t(`horizon.${value}`) })), { value: '', label: '–' }]}
        />
      </div>
      <MarkScale
        label={t('outside.impact')}
        low={t('outside.impact.low')}
        high={t('outside.impact.high')}
        most={4}
        value={factor.impact}
        onSave={(impact) => save({ impact })}
      />
      <MarkScale
        label={t('outside.likelihood')}
        low={t('outside.likelihood.low')}
        high={t('outside.likelihood.high')}
        most={4}
        value={factor.likelihood}
        onSave={(likelihood) => save({ likelihood })}
      />
      <p className={own.verdict} role="status">
        <LevelTag level={factor.band} />
        {factor.score === null
          ? t('outside.notWeighed')
          : t('outside.weight', { impact: formats.count(factor.impact), likelihood: formats.count(factor.likelihood), score: formats.count(factor.score) })}
      </p>
      <SavedTextInput label={t('risks.source')} placeholder={t('risks.source.placeholder')} value={factor.source} onSave={(source) => save({ source })} />
      <FindingChoice value={factor.findingId} onSave={(findingId) => save({ findingId })} />
      <RestrictedPart isRestricted={factor.isRestricted} onRestrict={(isRestricted) => save({ isRestricted })} />
      <ObjectFoot object={{ type: 'outside_factor', id: factor.id, name: factor.text }} onRemove={() => remove.mutate({ id: factor.id })} />
    </div>
  );
}
