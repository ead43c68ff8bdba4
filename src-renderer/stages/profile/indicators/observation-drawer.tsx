import { Button, Drawer, Select, SimpleGrid, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type Indicator, type Observation, type ObservationInput, type QualityGrade, qualityGrades } from '#shared/domain/indicators.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { useAreas } from '../use-areas.ts';

/** A computed value carries more digits than anyone reads; what is stored stays as it is until it is typed over. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}

/** Everything about one value; each answer is saved as it is given. */
export function ObservationDrawer({ observation, catalogue, onClose }: { observation: Observation; catalogue: readonly Indicator[]; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.indicators.update.mutationOptions());
  const remove = useMutation(queries.indicators.remove.mutationOptions());
  const { ask, dialog } = useConfirm();
  const book = useAreas();
  const indicator = catalogue.find((candidate) => candidate.code === observation.indicatorCode);
  const save = (patch: Partial<ObservationInput>) => update.mutate({ id: observation.id, patch });
  const number = (field: 'value' | 'low' | 'high' | 'numerator' | 'denominator', label: string, description?: string) => (
    <SavedNumberInput label={label} description={description} value={rounded(observation[field])} onSave={(value) => save({ [field]: value })} />
  );
  const wholeYear = (year: number | null) => {
    if (year === null || (Number.isInteger(year) && year >= 1800 && year <= 2200)) save({ year });
  };

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
        {observation.isComputed ? <Notice>{t('indicators.isComputed', { rule: indicator?.rule ?? '–' })}</Notice> : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" style={{ alignItems: 'end' }}>
          {number('value', t('indicators.value'), indicator?.unit)}
          <SavedNumberInput label={t('indicators.year')} thousandSeparator="" allowDecimal={false} value={observation.year} onSave={wholeYear} />
          {number('low', t('indicators.low'))}
          {number('high', t('indicators.high'))}
          {number('numerator', t('indicators.numerator'))}
          {number('denominator', t('indicators.denominator'))}
        </SimpleGrid>
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
        <Select
          label={t('indicators.quality')}
          placeholder={t('indicators.noGrade')}
          data={qualityGrades.map((grade) => ({ value: grade, label: `${grade} · ${t(`quality.${grade}`)}` }))}
          value={observation.quality}
          onChange={(quality) => save({ quality: quality as QualityGrade | null })}
          clearable
        />
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
