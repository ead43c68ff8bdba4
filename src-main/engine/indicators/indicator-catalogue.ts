import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { offenceGroupSchema } from '#shared/domain/incidents.ts';
import { directionSchema, type Indicator } from '#shared/domain/indicators.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';
import { loadTranslate } from '../i18n/load-texts.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

/** How a catalogue entry is computed from what is in the project; each has a text `indicatorRule.<rule>`. */
const ruleSchema = z.enum(['homicide', 'incident-rate', 'measures-complete', 'young-evidence']);

const entrySchema = z.object({
  code: z.string(),
  version: z.string(),
  framework: z.enum(['sdg', 'local', 'governance', 'records']),
  unit: z.enum(['per100k', 'percent', 'ratio', 'yesno', 'score', 'days1k', 'minutes', 'count5']),
  direction: directionSchema,
  smallestCount: z.int(),
  isStarter: z.boolean(),
  rule: ruleSchema.nullable(),
  /** For recorded incidents: the group counted; all of them where it is left out. */
  offenceGroup: offenceGroupSchema.optional(),
});
export type CatalogueEntry = z.infer<typeof entrySchema>;

const catalogueSchema = z.object({
  indicators: z.array(entrySchema),
  /** Words that tell an intentional homicide by the offence's name, in plain form (`plainWords`). */
  homicideNames: z.object({ whole: z.array(z.string()), holds: z.array(z.string()), not: z.array(z.string()) }),
});
export type Catalogue = z.infer<typeof catalogueSchema>;

const read = new Map<string, Catalogue>();

/** The catalogue that ships: data only, its names and explanations are texts of every language. */
export function loadCatalogue(resourcesFolder: string): Catalogue {
  let catalogue = read.get(resourcesFolder);
  if (!catalogue) {
    catalogue = catalogueSchema.parse(JSON.parse(readFileSync(join(resourcesFolder, 'indicators', 'catalogue.json'), 'utf8')));
    read.set(resourcesFolder, catalogue);
  }
  return catalogue;
}

/** The shipped catalogue in one language, followed by the indicators that only this project's values name. */
export function listIndicators(resourcesFolder: string, project: OpenProject | null, language: string): Indicator[] {
  const { indicators } = loadCatalogue(resourcesFolder);
  const translate = loadTranslate(resourcesFolder, language);
  const shipped = indicators.map((entry) => inWords(entry, translate));
  const codes = new Set(indicators.map((entry) => entry.code));
  const used = project ? project.all(sql.selectFrom('observation').select('indicator_code').distinct().orderBy('indicator_code')) : [];
  return [...shipped, ...used.filter((row) => !codes.has(row.indicator_code)).map((row) => ownIndicator(row.indicator_code, translate))];
}

function inWords(entry: CatalogueEntry, translate: Translate): Indicator {
  // Codes are data, so their keys are only known here.
  const text = (key: string) => translate(key as TextKey);
  return {
    code: entry.code,
    version: entry.version,
    framework: text(`indicatorFramework.${entry.framework}`),
    name: text(`indicator.${entry.code}.name`),
    explanation: text(`indicator.${entry.code}.explanation`),
    unit: text(`indicatorUnit.${entry.unit}`),
    direction: entry.direction,
    smallestCount: entry.smallestCount,
    isStarter: entry.isStarter,
    rule: entry.rule && text(`indicatorRule.${entry.rule}`),
  };
}

/** An indicator that a person or a file named: nothing is known about it but its name. */
function ownIndicator(code: string, translate: Translate): Indicator {
  return {
    code,
    version: '',
    framework: translate('indicatorFramework.own'),
    name: code,
    explanation: '',
    unit: '',
    direction: 'show',
    smallestCount: 5,
    isStarter: false,
    rule: null,
  };
}
