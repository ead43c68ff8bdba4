import type { FigureTableInfo } from '#shared/domain/figures.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { type BreakdownField, breakdownFields } from './use-figure-choice.ts';

/** A breakdown is called what its column in the file was; names of places that the project does not know stand in the third. */
export function useBreakdownName(): (table: FigureTableInfo, field: BreakdownField) => string {
  const { t } = useTexts();
  return (table, field) =>
    table.columns[field] ??
    (table.columns.area && field === 'breakdown3' ? table.columns.area : t('figures.breakdown', { number: breakdownFields.indexOf(field) + 1 }));
}
