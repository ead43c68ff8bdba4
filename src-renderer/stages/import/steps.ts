/** The way through an import, one screen each. */
export const importSteps = ['what', 'table', 'columns', 'values', 'problems', 'summary'] as const;
export type ImportStep = (typeof importSteps)[number];

const steps: Readonly<Record<string, ImportStep>> = {
  kind: 'what',
  recipeId: 'what',
  notes: 'table',
  cells: 'table',
  format: 'table',
  encoding: 'table',
  delimiter: 'table',
  sheet: 'table',
  headerRow: 'table',
  headerRowCount: 'table',
  block: 'table',
  decimalMark: 'values',
  dateOrder: 'values',
  layer: 'values',
  areaDecisions: 'values',
  offenceGroups: 'values',
  categories: 'values',
  repeatedRows: 'values',
  knownIncidents: 'values',
  onDisagreement: 'values',
};

/** The screen on which a part of the recipe is changed; `columns.date` belongs to `columns`. Areas name their layer, all else looks it up. */
export function stepOfSetting(setting: string, kind: string): ImportStep {
  if (setting === 'layer' && kind === 'areas') return 'columns';
  // What was done to the header as a whole is seen where the header stands.
  if (setting === 'columns') return 'table';
  return steps[setting.split('.')[0] ?? ''] ?? 'columns';
}
