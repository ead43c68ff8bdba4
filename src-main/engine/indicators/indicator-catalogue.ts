import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { offenceGroupSchema } from '#shared/domain/incidents.ts';
import {
  directionSchema,
  frameworkIds,
  type IndicatorDefinition,
  indicatorDefinitionSchema,
  indicatorMappingSchema,
  indicatorSourceTypes,
  intervalMethods,
  monitorThemeSchema,
} from '#shared/domain/indicators.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';
import { loadTexts, loadTranslate } from '../i18n/load-texts.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { listOwnIndicators, type OwnIndicator } from './own-indicators.ts';

/** How a catalogue entry is computed from what is in the project; each has a text `indicatorRule.<rule>`. */
const computingRules = [
  'homicide',
  'incident-rate',
  'measures-complete',
  'young-evidence',
  'busiest-places',
  'harm',
  'firearm',
  'participants',
  'survey-safe',
  'survey-share',
] as const;

const entrySchema = z.object({
  code: z.string(),
  framework: z.enum(frameworkIds),
  unit: z.enum(['per100k', 'per100kWomen', 'percent', 'ratio', 'yesno', 'score', 'days1k', 'minutes', 'count5', 'count', 'money']),
  direction: directionSchema,
  sensitivity: z.enum(['S5', 'S10']),
  isStarter: z.boolean(),
  rule: z.enum(computingRules).nullable(),
  /** For recorded incidents: the group counted; all of them where it is left out. */
  offenceGroup: offenceGroupSchema.optional(),
  versions: z.array(z.object({ version: z.string(), validFrom: z.string().nullable(), validTo: z.string().nullable() })).min(1),
  /** Keys of `indicatorBase.*`. */
  population: z.string(),
  denominator: z.string(),
  /** Key of `indicatorPeriod.*`. */
  period: z.string(),
  /** Keys of `indicatorBreakdown.*`. */
  requiredBreakdowns: z.array(z.string()),
  optionalBreakdowns: z.array(z.string()),
  sourceType: z.enum(indicatorSourceTypes),
  /** Key of `indicatorFrom.*`. */
  from: z.string(),
  custodian: z.string(),
  methodSection: z.string(),
  intervalMethod: z.enum(intervalMethods).nullable(),
  multiplier: z.number().nullable(),
  themes: z.array(monitorThemeSchema),
  outcomes: indicatorDefinitionSchema.shape.outcomes,
  flows: indicatorDefinitionSchema.shape.flows,
  isInVictimSurvey: z.boolean(),
  isIsoRelated: z.boolean(),
  urbanAgenda: z.enum(['yes', 'no', 'unknown']),
  isSlot: z.boolean(),
  mappings: z.array(indicatorMappingSchema),
});
export type CatalogueEntry = z.infer<typeof entrySchema>;

const catalogueSchema = z.object({
  indicators: z.array(entrySchema),
  /** The slots of the Urban Safety Monitor; names of the published ones are texts `monitorSlot.<slot>`. */
  monitor: z.array(z.object({ slot: z.string(), theme: monitorThemeSchema.nullable(), isConfirmed: z.boolean(), indicatorCodes: z.array(z.string()) })),
  /** Words that tell an intentional homicide by the offence's name, in plain form (`plainWords`). */
  homicideNames: z.object({
    whole: z.array(z.string()),
    holds: z.array(z.string()),
    /** Words for a homicide that count where the name also tells by what means the person was killed (`means`). */
    withMeans: z.array(z.string()),
    means: z.array(z.string()),
    not: z.array(z.string()),
  }),
  firearmWords: z.array(z.string()),
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

/** The shipped catalogue in one language, followed by the city's own indicators and those that only this project's values name. */
export function listIndicators(resourcesFolder: string, project: OpenProject | null, language: string): IndicatorDefinition[] {
  const { indicators } = loadCatalogue(resourcesFolder);
  const translate = loadTranslate(resourcesFolder, language);
  const own = project ? listOwnIndicators(project) : [];
  const has = textFinder(resourcesFolder);
  const filled = new Map(own.map((one) => [one.code, one]));
  const shipped = indicators.map((entry) => {
    const definition = inWords(entry, translate, has);
    const wording = filled.get(entry.code);
    return wording ? filledSlot(definition, wording) : definition;
  });
  const codes = new Set(indicators.map((entry) => entry.code));
  const ownDefined = own.filter(({ code }) => !codes.has(code)).map((one) => ownIndicator(one, translate));
  for (const { code } of own) codes.add(code);
  const used = project ? project.all(sql.selectFrom('observation').select('indicator_code').distinct().orderBy('indicator_code')) : [];
  const named = used.filter((row) => !codes.has(row.indicator_code)).map((row) => onlyNamed(row.indicator_code, translate));
  return [...shipped, ...ownDefined, ...named];
}

/** Whether a text ships at all: a caveat stands only where there is one. */
function textFinder(resourcesFolder: string): (key: string) => boolean {
  const english = loadTexts(resourcesFolder).en ?? {};
  return (key) => key in english;
}

function inWords(entry: CatalogueEntry, translate: Translate, has: (key: string) => boolean): IndicatorDefinition {
  // Codes are data, so their keys are only known here.
  const text = (key: string) => translate(key as TextKey);
  const optional = (key: string) => (has(key) ? text(key) : '');
  const versions = entry.versions.map((version) => ({ ...version, note: optional(`indicatorVersion.${entry.code}.${version.version}`) }));
  return {
    code: entry.code,
    version: versions.at(-1)?.version ?? '',
    framework: text(`indicatorFramework.${entry.framework}`),
    frameworkId: entry.framework,
    name: text(`indicator.${entry.code}.name`),
    explanation: text(`indicator.${entry.code}.explanation`),
    unit: text(`indicatorUnit.${entry.unit}`),
    direction: entry.direction,
    smallestCount: entry.sensitivity === 'S10' ? 10 : 5,
    sensitivity: entry.sensitivity,
    isStarter: entry.isStarter,
    rule: entry.rule && text(`indicatorRule.${entry.rule}`),
    versions,
    numerator: optional(`indicator.${entry.code}.numerator`),
    denominator: text(`indicatorBase.${entry.denominator}`),
    multiplier: entry.multiplier,
    intervalMethod: entry.intervalMethod,
    referencePeriod: text(`indicatorPeriod.${entry.period}`),
    population: text(`indicatorBase.${entry.population}`),
    requiredBreakdowns: entry.requiredBreakdowns.map((key) => text(`indicatorBreakdown.${key}`)),
    optionalBreakdowns: entry.optionalBreakdowns.map((key) => text(`indicatorBreakdown.${key}`)),
    sourceType: entry.sourceType,
    sourceWords: text(`indicatorFrom.${entry.from}`),
    custodian: entry.custodian,
    methodSection: entry.methodSection,
    caveat: optional(`indicator.${entry.code}.caveat`),
    themes: entry.themes,
    outcomes: entry.outcomes,
    flows: entry.flows,
    isInVictimSurvey: entry.isInVictimSurvey,
    isIsoRelated: entry.isIsoRelated,
    urbanAgenda: entry.urbanAgenda,
    mappings: entry.mappings,
    isSlot: entry.isSlot,
    ownId: null,
  };
}

/** What a city wrote into an empty slot goes before what ships; its direction and sensitivity stay, so that nobody ranks places by an input. */
function filledSlot(definition: IndicatorDefinition, { id, definition: own }: OwnIndicator): IndicatorDefinition {
  return {
    ...definition,
    ownId: id,
    version: own.version,
    versions: [{ version: own.version, validFrom: null, validTo: null, note: '' }],
    name: own.name || definition.name,
    explanation: own.explanation || definition.explanation,
    unit: own.unit || definition.unit,
    numerator: own.numerator,
    denominator: own.denominator || definition.denominator,
    referencePeriod: own.referencePeriod || definition.referencePeriod,
    population: own.population || definition.population,
    caveat: own.caveat || definition.caveat,
  };
}

function ownIndicator({ id, code, definition: own }: OwnIndicator, translate: Translate): IndicatorDefinition {
  return {
    ...onlyNamed(code, translate),
    ownId: id,
    version: own.version,
    versions: [{ version: own.version, validFrom: null, validTo: null, note: '' }],
    name: own.name || code,
    explanation: own.explanation,
    unit: own.unit,
    direction: own.direction,
    smallestCount: own.sensitivity === 'S10' ? 10 : 5,
    sensitivity: own.sensitivity,
    numerator: own.numerator,
    denominator: own.denominator,
    multiplier: own.multiplier,
    intervalMethod: own.intervalMethod,
    referencePeriod: own.referencePeriod,
    population: own.population,
    requiredBreakdowns: own.breakdowns
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    sourceType: own.sourceType,
    custodian: own.custodian,
    caveat: own.caveat,
    themes: own.themes,
  };
}

/** An indicator that a person or a file named: nothing is known about it but its name. */
function onlyNamed(code: string, translate: Translate): IndicatorDefinition {
  return {
    code,
    version: '',
    framework: translate('indicatorFramework.own'),
    frameworkId: 'own',
    name: code,
    explanation: '',
    unit: '',
    direction: 'show',
    smallestCount: 5,
    sensitivity: 'S5',
    isStarter: false,
    rule: null,
    versions: [{ version: '', validFrom: null, validTo: null, note: '' }],
    numerator: '',
    denominator: '',
    multiplier: null,
    intervalMethod: null,
    referencePeriod: '',
    population: '',
    requiredBreakdowns: [],
    optionalBreakdowns: [],
    sourceType: 'any',
    sourceWords: '',
    custodian: '',
    methodSection: '',
    caveat: '',
    themes: [],
    outcomes: [],
    flows: [],
    isInVictimSurvey: false,
    isIsoRelated: false,
    urbanAgenda: 'unknown',
    mappings: [],
    isSlot: false,
    ownId: null,
  };
}
