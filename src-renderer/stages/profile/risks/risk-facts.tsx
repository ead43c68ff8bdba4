import { Select } from '@mantine/core';
import { actionLevels, confidences, type Risk, type RiskInput } from '#shared/domain/findings.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { RestrictedPart } from './restricted-part.tsx';
import classes from './risks.module.css';

/** What more is known about a threat or a vulnerability, how sure it is, and who has to act. */
export function RiskFacts({ risk, save }: { risk: Risk; save: (patch: Partial<RiskInput>) => void }) {
  const { t } = useTexts();
  return (
    <>
      <div className={classes.pair}>
        {risk.kind === 'threat' ? (
          <>
            <SavedTextInput label={t('risks.flow')} placeholder={t('risks.flow.example')} value={risk.flow} onSave={(flow) => save({ flow })} />
            <SavedTextInput label={t('risks.route')} placeholder={t('risks.route.example')} value={risk.route} onSave={(route) => save({ route })} />
          </>
        ) : (
          <>
            <SavedTextInput label={t('risks.who')} placeholder={t('risks.who.example')} value={risk.who} onSave={(who) => save({ who })} />
            <SavedTextarea label={t('risks.why')} placeholder={t('risks.why.example')} minRows={1} value={risk.why} onSave={(why) => save({ why })} />
          </>
        )}
        <Select
          label={t('risks.confidence')}
          placeholder={t('risks.notSaid')}
          data={confidences.map((value) => ({ value, label: t(`risks.confidence.${value}`) }))}
          value={risk.confidence === '' ? null : risk.confidence}
          onChange={(value) => save({ confidence: confidences.find((known) => known === value) ?? '' })}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
        />
        <Select
          label={t('risks.actionLevel')}
          placeholder={t('risks.notSaid')}
          data={actionLevels.map((value) => ({ value, label: t(`risks.actionLevel.${value}`) }))}
          value={risk.actionLevel === '' ? null : risk.actionLevel}
          onChange={(value) => save({ actionLevel: actionLevels.find((known) => known === value) ?? '' })}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
        />
      </div>
      <RestrictedPart
        note={risk.restrictedNote}
        isRestricted={risk.isRestricted}
        onNote={(restrictedNote) => save({ restrictedNote })}
        onRestrict={(isRestricted) => save({ isRestricted })}
      />
    </>
  );
}
