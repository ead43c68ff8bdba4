import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Dataset } from '#shared/domain/datasets.ts';
import { useEngine } from '../../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../../app/engine/refusals.ts';
import { useTexts } from '../../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Panel } from '../../../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../../../ui/stat.tsx';
import { ProblemsPanel } from '../../../import/problems/problems-panel.tsx';
import { qualityGlance } from '../dataset-words.ts';
import { AreasPanel } from './areas-panel.tsx';
import { FieldsPanel } from './fields-panel.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { MonthsPanel } from './months-panel.tsx';

/** How good a dataset is, counted afresh: what to beware of first, then month by month, hour by hour, field by field, area by area. */
export function DatasetQuality({ dataset }: { dataset: Dataset }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { data: quality, error } = useQuery(queries.imports.quality.queryOptions({ input: { id: dataset.id } }));
  if (error) return <Notice kind="danger">{errorText(t, error)}</Notice>;
  if (!quality) return <Skeleton height="28rem" />;
  const { dropped, remarks } = qualityGlance(quality);
  const gaps = quality.months.filter(({ isGap }) => isGap).length;
  const { pointPiles } = quality;
  const withPoint = quality.fields.find(({ field }) => field === 'longitude')?.filled ?? 0;
  const source = [dataset.source || dataset.fileName, dataset.licence].filter(Boolean).join(' · ');
  return (
    <>
      <StatRow>
        <Stat value={formats.count(quality.rowCount)} label={t('quality.rows')} />
        <Stat value={formats.count(dropped)} label={t('workbench.problems.leftOut')} />
        <Stat value={formats.count(remarks)} label={t('workbench.summary.remarks')} />
        {quality.months.length > 0 ? <Stat value={formats.count(gaps)} label={t('quality.gaps')} /> : null}
        {quality.repeatedRowCount > 0 ? <Stat value={formats.count(quality.repeatedRowCount)} label={t('quality.repeated')} /> : null}
      </StatRow>
      {quality.months.length > 0 ? <MonthsPanel months={quality.months} source={source} /> : null}
      {quality.heaping ? <HoursPanel heaping={quality.heaping} source={source} /> : null}
      <FieldsPanel fields={quality.fields} />
      {quality.areas.length > 0 ? <AreasPanel areas={quality.areas} kind={dataset.kind} /> : null}
      {pointPiles ? (
        <Panel title={t('quality.piles.title')}>
          {pointPiles.places === 0
            ? t('quality.piles.none')
            : t('quality.piles.some', {
                rows: formats.count(pointPiles.rows),
                share: formats.percent(withPoint > 0 ? pointPiles.rows / withPoint : null, 1),
                places: formats.count(pointPiles.places),
                largest: formats.count(pointPiles.largest),
              })}
        </Panel>
      ) : null}
      {quality.problemCounts.length === 0 ? <Panel title={t('import.problems.title')}>{t('workbench.problems.none')}</Panel> : null}
      <ProblemsPanel fileName={dataset.fileName} problems={quality.problems} counts={quality.problemCounts} dateOrder={dataset.recipe.dateOrder} />
    </>
  );
}
