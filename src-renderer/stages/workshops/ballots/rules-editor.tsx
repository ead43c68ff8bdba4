import { Checkbox, MultiSelect, Select, Switch } from '@mantine/core';
import { type BallotSettings, consensusRuleSchema, type GridDimension, gridDimensions, ratingScales } from '#shared/domain/ballots.ts';
import { dotsOf } from '#shared/methods/ballot-rules.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import type { BallotDraft } from './ballot-draft.ts';
import classes from './ballots.module.css';

type Props = { draft: BallotDraft; isFixed: boolean; onChange: (patch: Partial<BallotDraft>) => void };

/** The rules of a ballot: only those its kind has, each with what is usual already in it. */
export function RulesEditor({ draft, isFixed, onChange }: Props) {
  const { t } = useTexts();
  const { kind, settings, options } = draft;
  const set = (patch: Partial<BallotSettings>) => onChange({ settings: { ...settings, ...patch } });
  const usual = dotsOf({ settings: { ...settings, dotsPerPerson: null }, options });
  return (
    <div className={classes.rules}>
      {kind === 'dots' ? (
        <div className={classes.pair}>
          <SavedNumberInput
            label={t('ballots.rule.dots')}
            description={t('ballots.rule.dots.usual', { count: usual })}
            placeholder={String(usual)}
            min={1}
            max={50}
            allowDecimal={false}
            disabled={isFixed}
            value={settings.dotsPerPerson}
            onSave={(dotsPerPerson) => set({ dotsPerPerson })}
          />
          <SavedNumberInput
            label={t('ballots.rule.cap')}
            description={t('ballots.rule.cap.hint')}
            placeholder={t('ballots.rule.cap.none')}
            min={1}
            max={50}
            allowDecimal={false}
            disabled={isFixed}
            value={settings.capPerOption}
            onSave={(capPerOption) => set({ capPerOption })}
          />
        </div>
      ) : null}
      {kind === 'ranking' ? (
        <Switch
          label={t('ballots.rule.ties')}
          disabled={isFixed}
          checked={settings.allowsTies}
          onChange={(event) => set({ allowsTies: event.currentTarget.checked })}
        />
      ) : null}
      {kind === 'rating' ? (
        <>
          <Select
            label={t('ballots.rule.scale')}
            disabled={isFixed}
            data={ratingScales.map((scale) => ({ value: scale, label: t(`ballots.rule.scale.${scale}`) }))}
            value={settings.scale}
            onChange={(scale) => scale && set({ scale: scale as BallotSettings['scale'] })}
          />
          <Switch
            label={t('ballots.rule.times')}
            disabled={isFixed}
            checked={settings.times.length > 0}
            onChange={(event) => set({ times: event.currentTarget.checked ? ['day', 'night'] : [] })}
          />
        </>
      ) : null}
      {kind === 'grid' ? (
        <MultiSelect
          label={t('ballots.rule.dimensions')}
          disabled={isFixed}
          data={gridDimensions.map((dimension) => ({ value: dimension, label: t(`ballots.dimension.${dimension}`) }))}
          value={settings.dimensions}
          onChange={(chosen) => chosen.length > 0 && set({ dimensions: gridDimensions.filter((one) => chosen.includes(one)) as GridDimension[] })}
        />
      ) : null}
      {kind === 'agree' ? (
        <Switch
          label={t('ballots.rule.reasons')}
          disabled={isFixed}
          checked={settings.hasReasons}
          onChange={(event) => set({ hasReasons: event.currentTarget.checked })}
        />
      ) : null}
      {kind === 'statement' ? (
        <Switch
          label={t('ballots.rule.moderated')}
          description={t('ballots.rule.moderated.hint')}
          disabled={isFixed}
          checked={settings.isModerated}
          onChange={(event) => set({ isModerated: event.currentTarget.checked })}
        />
      ) : null}
      {kind === 'statement' || kind === 'place' ? (
        <SavedNumberInput
          label={t(kind === 'place' ? 'ballots.rule.mostAreas' : 'ballots.rule.mostStatements')}
          min={1}
          max={10}
          allowDecimal={false}
          disabled={isFixed}
          value={settings.mostAnswers}
          onSave={(most) => set({ mostAnswers: most ?? 3 })}
        />
      ) : null}
      {kind === 'agree' || (kind === 'rating' && settings.times.length === 0) ? <DelphiRule draft={draft} isFixed={isFixed} onChange={onChange} /> : null}
      <Checkbox
        label={t('ballots.rule.large')}
        description={t('ballots.rule.large.hint')}
        disabled={isFixed}
        checked={settings.isLargePrint}
        onChange={(event) => set({ isLargePrint: event.currentTarget.checked })}
      />
    </div>
  );
}

function DelphiRule({ draft, isFixed, onChange }: Props) {
  const { t } = useTexts();
  const { settings } = draft;
  const rule = settings.consensus;
  const set = (consensus: BallotSettings['consensus']) => onChange({ settings: { ...settings, consensus } });
  return (
    <>
      <Switch
        label={t('ballots.rule.delphi')}
        description={t('ballots.rule.delphi.hint')}
        disabled={isFixed}
        checked={rule !== null}
        onChange={(event) => set(event.currentTarget.checked ? consensusRuleSchema.parse({}) : null)}
      />
      {rule ? (
        <div className={classes.pair}>
          {(
            [
              ['agreePercent', 50, 100],
              ['mostIqr', 0, 4],
              ['fewestAnswers', 3, 100],
              ['mostRounds', 1, 5],
            ] as const
          ).map(([name, min, max]) => (
            <SavedNumberInput
              key={name}
              label={t(`ballots.rule.delphi.${name}`)}
              min={min}
              max={max}
              allowDecimal={name === 'mostIqr'}
              disabled={isFixed}
              value={rule[name]}
              onSave={(value) => set({ ...rule, [name]: Math.min(max, Math.max(min, value ?? min)) })}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}
