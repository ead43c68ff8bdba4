import { Button, Drawer, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type IndicatorDefinition, type Observation, type ObservationInput, type QualityGrade, qualityGrades } from '#shared/domain/indicators.ts';
import { suggestGrade } from '#shared/methods/indicator-grade.ts';
import { cellKey, headlineOf } from '#shared/methods/indicator-headline.ts';
import { agreesWithRatio, indicatorEstimate, indicatorRatio } from '#shared/methods/indicator-interval.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { FigureFactsText } from '../../../ui/figure-facts.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { useAreas } from '../use-areas.ts';
import { valueText } from './observation-words.ts';

/** A computed value carries more digits than anyone reads; what is stored stays as it is until it is typed over. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}

type NumberField = 'value' | 'low' | 'high' | 'numerator' | 'denominator' | 'sampleSize';

/** Everything about one value; each answer is saved as it is given. */
export function ObservationDrawer({
  observation,
  catalogue,
  onClose,
}: {
  observation: Observation;
  catalogue: readonly IndicatorDefinition[];
  onClose: () => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.indicators.update.mutationOptions());
  const remove = useMutation(queries.indicators.remove.mutationOptions());
  const { ask, dialog } = useConfirm();
  const book = useAreas();
  const indicator = catalogue.find((candidate) => candidate.code === observation.indicatorCode);
  const save = (patch: Partial<ObservationInput>) => update.mutate({ id: observation.id, patch });
  const number = (field: NumberField, label: string, description?: string) => (
    <SavedNumberInput label={label} description={description} value={rounded(observation[field])} onSave={(value) => save({ [field]: value })} />
  );
  const wholeYear = (year: number | null) => {
    if (year === null || (Number.isInteger(year) && year >= 1800 && year <= 2200)) save({ year });
  };
  const day = (field: 'periodStart' | 'periodEnd' | 'publishedOn', label: string) => (
    <TextInput type="date" label={label} value={observation[field] ?? ''} onChange={(event) => save({ [field]: event.currentTarget.value || null })} />
  );

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={indicator ? `${indicator.code} · ${indicator.name}` : observation.indicatorCode}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack gap="md">
        {indicator ? <p style={{ margin: 0 }}>{indicator.explanation}</p> : null}
        {observation.isComputed ? (
          <Notice>
            {t('indicators.isComputed', { rule: indicator?.rule ?? '–' })}
            {observation.computation ? <FigureFactsText facts={observation.computation} /> : null}
          </Notice>
        ) : null}
        {indicator && indicator.versions.length > 1 ? (
          <Select
            label={t('indicators.version')}
            description={t('indicators.version.hint')}
            placeholder={t('indicators.version.notStated')}
            data={indicator.versions.map(({ version }) => version)}
            value={observation.definitionVersion || null}
            onChange={(definitionVersion) => save({ definitionVersion: definitionVersion ?? '' })}
            clearable
          />
        ) : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" style={{ alignItems: 'end' }}>
          {number('value', t('indicators.value'), indicator?.unit)}
          <SavedNumberInput label={t('indicators.year')} thousandSeparator="" allowDecimal={false} value={observation.year} onSave={wholeYear} />
          {number('numerator', t('indicators.numerator'), indicator?.numerator)}
          {number('denominator', t('indicators.denominator'), indicator?.denominator)}
          {number('low', t('indicators.low'))}
          {number('high', t('indicators.high'))}
          {number('sampleSize', t('indicators.sampleSize'))}
          {day('publishedOn', t('indicators.publishedOn'))}
          {day('periodStart', t('indicators.periodStart'))}
          {day('periodEnd', t('indicators.periodEnd'))}
        </SimpleGrid>
        <WorkedOut observation={observation} indicator={indicator} />
        <Select
          label={t('indicators.area')}
          placeholder={t('explore.filter.wholeCity')}
          data={book.options.map((layer) => ({ group: layer.group, items: [...layer.items] }))}
          value={observation.areaId}
          onChange={(areaId) => save({ areaId })}
          searchable
          clearable
          limit={100}
        />
        <SavedTextInput
          label={t('indicators.breakdown')}
          description={t('indicators.breakdown.hint')}
          value={observation.breakdown}
          onSave={(breakdown) => save({ breakdown })}
        />
        <SavedTextInput
          label={t('indicators.source')}
          description={t('indicators.source.hint')}
          value={observation.source}
          onSave={(source) => save({ source })}
        />
        <SavedTextInput label={t('indicators.holder')} value={observation.holder} onSave={(holder) => save({ holder })} />
        <Select
          label={t('indicators.quality')}
          placeholder={t('indicators.noGrade')}
          data={qualityGrades.map((grade) => ({ value: grade, label: `${grade} · ${t(`quality.${grade}`)}` }))}
          value={observation.quality}
          onChange={(quality) => save({ quality: quality as QualityGrade | null })}
          clearable
        />
        <GradeProposal observation={observation} indicator={indicator} onTake={(quality, qualityReason) => save({ quality, qualityReason })} />
        <SavedTextInput label={t('indicators.qualityReason')} value={observation.qualityReason} onSave={(qualityReason) => save({ qualityReason })} />
        <SavedTextarea label={t('indicators.note')} value={observation.note} onSave={(note) => save({ note })} />
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
          onClick={() =>
            ask({
              title: t('indicators.remove.title'),
              body: t('indicators.remove.body', { name: indicator?.name ?? observation.indicatorCode }),
              action: t('action.remove'),
              onConfirm: () => remove.mutate({ id: observation.id }, { onSuccess: onClose }),
            })
          }
        >
          {t('indicators.remove')}
        </Button>
      </Stack>
      {dialog}
    </Drawer>
  );
}

/** Says where value and limits come from, or that the value is another than numerator and denominator give. */
function WorkedOut({ observation, indicator }: { observation: Observation; indicator: IndicatorDefinition | undefined }) {
  const { t, formats } = useTexts();
  if (!indicator?.multiplier) return null;
  const ratio = indicator.intervalMethod
    ? (indicatorEstimate(observation, indicator.intervalMethod, indicator.multiplier)?.value ?? null)
    : indicatorRatio(observation.numerator, observation.denominator, indicator.multiplier);
  if (agreesWithRatio(observation.value, ratio) === false)
    return <Notice kind="caution">{t('indicators.ratioDiffers', { value: valueText({ formats }, ratio) })}</Notice>;
  if (ratio === null || !indicator.intervalMethod) return null;
  return <Notice>{t('indicators.workedOut', { method: t(`indicators.method.${indicator.intervalMethod}`) })}</Notice>;
}

/** The grade that the convention proposes, to be taken over with one click; nothing where it is the one that stands. */
function GradeProposal({
  observation,
  indicator,
  onTake,
}: {
  observation: Observation;
  indicator: IndicatorDefinition | undefined;
  onTake: (grade: QualityGrade, reason: string) => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const all = useQuery(queries.indicators.observations.queryOptions()).data ?? [];
  const versions = indicator?.versions ?? [];
  const key = cellKey(observation, versions);
  const headline = headlineOf(all.filter((other) => other.indicatorCode === observation.indicatorCode && cellKey(other, versions) === key));
  const { grade, reason } = suggestGrade({
    sourceType: indicator?.sourceType ?? 'any',
    source: observation.source,
    publishedOn: observation.publishedOn,
    periodEnd: observation.periodEnd,
    year: observation.year,
    today: new Date().toISOString().slice(0, 10),
    isInDispute: headline.state === 'dispute',
  });
  if (grade === observation.quality) return null;
  const words = t(`gradeReason.${reason}`);
  return (
    <Notice
      action={
        grade ? (
          <Button variant="default" size="xs" onClick={() => onTake(grade, words)}>
            {t('indicators.takeGrade', { grade })}
          </Button>
        ) : undefined
      }
    >
      {grade ? t('indicators.gradeSuggested', { grade, reason: words }) : words}
    </Notice>
  );
}
