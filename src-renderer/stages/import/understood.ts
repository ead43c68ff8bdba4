import type { ImportPreview } from '#shared/domain/imports.ts';
import type { RecipePatch } from '#shared/domain/recipes.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';

/** What was understood of a file, in one line: «224,055 incidents · 1 Jan – 31 Dec 2023 · every area name matched». */
export function understood({ t, formats }: { t: Translate; formats: Formats }, preview: ImportPreview, patch: RecipePatch): string {
  const { kind } = preview.recipe;
  if (preview.missingFields.length > 0) return t('import.count.rows', { count: preview.rowCount, number: formats.count(preview.rowCount) });
  const count = kind === 'incidents' ? (preview.incidentCount ?? preview.usableRowCount) : preview.usableRowCount;
  const parts = [t(`import.count.${kind}`, { count, number: formats.count(count) })];
  const { firstDay, lastDay } = preview;
  if (firstDay && lastDay)
    parts.push(firstDay === lastDay ? formats.day(firstDay) : t('explore.period', { from: formats.day(firstDay), to: formats.day(lastDay) }));
  if (usesAreas(preview)) {
    const open = preview.areaQuestions.filter((question) => (patch.areaDecisions ?? preview.recipe.areaDecisions)[question.name] === undefined).length;
    const isUnplaced = preview.problemCounts.some((problem) => problem.code === 'no-areas-yet');
    if (isUnplaced) parts.push(t('import.areas.none'));
    else parts.push(open === 0 ? t('import.areas.allMatched') : t('import.areas.open', { count: open }));
  }
  return parts.join(' · ');
}

function usesAreas({ recipe }: ImportPreview): boolean {
  const byName = recipe.kind !== 'areas' && recipe.kind !== 'stakeholders' && recipe.kind !== 'ties';
  return byName && Boolean(recipe.columns.area || recipe.columns.areaCode || recipe.columns.code);
}
