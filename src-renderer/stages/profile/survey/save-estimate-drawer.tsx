import { Button, Drawer, Select, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { qualityGrades } from '#shared/domain/quality-grade.ts';
import type { SurveyRequest } from '#shared/domain/surveys.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** Saves an estimate as a value of an indicator of the catalogue. */
export function SaveEstimateDrawer({
  request,
  group,
  sentence,
  onClose,
}: {
  request: SurveyRequest;
  group: string | null;
  sentence: string;
  onClose: () => void;
}) {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const catalogue = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data ?? [];
  const save = useMutation(queries.surveys.saveAsObservation.mutationOptions({ meta: { showsOwnError: true } }));
  const [indicatorCode, setCode] = useState<string | null>(null);
  const [breakdown, setBreakdown] = useState('');
  const [quality, setQuality] = useState<string | null>(null);
  const chosen = catalogue.find(({ code }) => code === indicatorCode);
  const add = async () => {
    if (!indicatorCode) return;
    await save.mutateAsync({ request, group, indicatorCode, breakdown, quality: qualityGrades.find((grade) => grade === quality) ?? null });
    notifications.show({ message: t('surveys.savedNote', { code: indicatorCode }) });
    onClose();
  };
  return (
    <Drawer opened onClose={onClose} position="right" size="md" title={t('surveys.saveAsValue')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="md">
        {save.error ? <Notice kind="danger">{errorText(t, save.error)}</Notice> : null}
        <Notice>{sentence}</Notice>
        <Select
          label={t('indicators.which')}
          placeholder={t('indicators.which.placeholder')}
          data={catalogue.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          value={indicatorCode}
          onChange={setCode}
          searchable
          nothingFoundMessage={t('indicators.which.none')}
          openOnFocus={false}
          data-autofocus
        />
        {chosen ? <Notice title={chosen.name}>{`${chosen.explanation} ${t('indicators.unitIs', { unit: chosen.unit })}`}</Notice> : null}
        <TextInput
          label={t('field.breakdown')}
          description={t('surveys.breakdown.hint')}
          dir="auto"
          maxLength={500}
          value={breakdown}
          onChange={(event) => setBreakdown(event.currentTarget.value)}
        />
        <Select
          label={t('field.quality')}
          data={qualityGrades.map((grade) => ({ value: grade, label: `${grade} · ${t(`quality.${grade}`)}` }))}
          value={quality}
          onChange={setQuality}
          clearable
        />
        <Button disabled={!indicatorCode} loading={save.isPending} onClick={() => add().catch(() => undefined)}>
          {t('surveys.saveAsValue')}
        </Button>
      </Stack>
    </Drawer>
  );
}
