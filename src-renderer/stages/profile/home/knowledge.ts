import type { AreaLayer } from '#shared/domain/areas.ts';
import type { Dataset } from '#shared/domain/datasets.ts';
import type { EvidenceKind, Finding, Risk } from '#shared/domain/findings.ts';
import type { IncidentOverview } from '#shared/domain/incidents.ts';
import type { Indicator, Observation } from '#shared/domain/indicators.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';

const knowledgeThemes = ['records', 'places', 'indicators', 'surveys', 'risks', 'voices', 'findings'] as const;
export type KnowledgeTheme = (typeof knowledgeThemes)[number];

/** One line of what the city knows: how far it has come, in words, and where the next step is done. */
export interface KnowledgeLine {
  readonly theme: KnowledgeTheme;
  readonly state: 'known' | 'partly' | 'missing';
  /** What there is. */
  readonly known: string;
  /** How well it is known; empty while there is nothing. */
  readonly quality: string;
  /** What is missing; empty when nothing is. */
  readonly missing: string;
  readonly to: string;
}

export interface KnowledgeSources {
  readonly overview: IncidentOverview;
  readonly layers: readonly AreaLayer[];
  readonly datasets: readonly Dataset[];
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly risks: readonly Risk[];
  readonly findings: readonly Finding[];
}

/** Shares from which a figure is told as good enough (convention of the screen, not of a standard). */
const goodShare = 0.9;
/** A city that looks at fewer years than these cannot tell a trend (methods, section 2). */
const trendYears = 3;

/** What is known, how well, and what is missing, theme by theme. */
export function knowledgeOf(sources: KnowledgeSources, t: Translate, formats: Formats): KnowledgeLine[] {
  return [
    records(sources, t, formats),
    places(sources, t, formats),
    indicators(sources, t),
    surveys(sources, t),
    risks(sources, t),
    voices(sources, t),
    findings(sources, t),
  ];
}

function line(theme: KnowledgeTheme, to: string, known: string, quality: string, missing: readonly string[]): KnowledgeLine {
  const state = known === '' ? 'missing' : missing.length > 0 ? 'partly' : 'known';
  return { theme, to, known, quality, state, missing: missing.join(' ') };
}

function records({ overview }: KnowledgeSources, t: Translate, formats: Formats): KnowledgeLine {
  if (overview.count === 0) return line('records', '/import/incidents', '', '', [t('home.records.none')]);
  const { count, years, withAreaCount, withHourCount } = overview;
  // Never rounded up to all: 40 blank hours among 224,055 are not none.
  const share = (part: number) => formats.percent(part < count ? Math.floor((part / count) * 100) / 100 : 1);
  const missing = [
    ...(years.length < trendYears ? [t('home.records.fewYears', { count: years.length })] : []),
    ...(withAreaCount / count < goodShare ? [t('home.records.noPlace', { share: formats.percent(1 - withAreaCount / count) })] : []),
    ...(withHourCount / count < goodShare ? [t('home.records.noHour', { share: formats.percent(1 - withHourCount / count) })] : []),
  ];
  const period = [...new Set([years[0], years.at(-1)])].filter((year) => year !== undefined).join('–');
  return line(
    'records',
    '/profile/explore',
    t('home.records.known', { count, period }),
    t('home.records.quality', { place: share(withAreaCount), hour: share(withHourCount) }),
    missing,
  );
}

function places({ layers, datasets }: KnowledgeSources, t: Translate, formats: Formats): KnowledgeLine {
  const areas = layers.reduce((sum, layer) => sum + layer.areaCount, 0);
  if (areas === 0) return line('places', '/city/areas', '', '', [t('home.places.none')]);
  const population = layers.find((layer) => layer.population !== null)?.population ?? null;
  const withoutBoundary = layers.reduce((sum, layer) => sum + layer.areaCount - layer.withBoundaryCount, 0);
  const twice = datasets.flatMap(({ problemCounts }) => problemCounts).reduce((sum, { code, count }) => sum + (code === 'same-boundary' ? count : 0), 0);
  const missing = [
    ...(population === null ? [t('home.places.noPopulation')] : []),
    ...(withoutBoundary > 0 ? [t('home.places.noBoundary', { count: withoutBoundary })] : []),
    ...(twice > 0 ? [t('home.places.sameBoundary', { count: twice })] : []),
  ];
  const quality = population === null ? '' : t('home.places.quality', { residents: formats.count(population) });
  return line('places', '/city/areas', t('home.places.known', { count: areas, layers: layers.length }), quality, missing);
}

function indicators({ indicators: all, observations }: KnowledgeSources, t: Translate): KnowledgeLine {
  const told = new Set(observations.filter(({ value }) => value !== null).map(({ indicatorCode }) => indicatorCode));
  const starters = all.filter(({ isStarter }) => isStarter);
  const without = starters.filter(({ code }) => !told.has(code));
  if (told.size === 0) return line('indicators', '/profile/indicators', '', '', [t('home.indicators.none', { all: starters.length })]);
  const weak = observations.filter(({ quality }) => quality === 'D' || quality === 'X').length;
  const ungraded = observations.filter(({ quality }) => quality === null).length;
  const quality = [weak > 0 ? t('home.indicators.weak', { count: weak }) : '', ungraded > 0 ? t('home.indicators.ungraded', { count: ungraded }) : ''];
  return line(
    'indicators',
    '/profile/indicators',
    t('home.indicators.known', { count: told.size }),
    quality.filter((part) => part !== '').join(' '),
    without.length > 0 ? [t('home.indicators.missing', { some: without.length, all: starters.length })] : [],
  );
}

function surveys({ datasets }: KnowledgeSources, t: Translate): KnowledgeLine {
  const own = datasets.filter(({ kind }) => kind === 'survey');
  if (own.length === 0) return line('surveys', '/import/survey', '', '', [t('home.surveys.none')]);
  const people = own.reduce((sum, { imported }) => sum + imported, 0);
  const hasWeights = own.every(({ recipe }) => recipe.columns.weight !== undefined);
  return line(
    'surveys',
    '/profile/surveys',
    t('home.surveys.known', { count: people, surveys: own.length }),
    t(hasWeights ? 'home.surveys.weighted' : 'home.surveys.unweighted'),
    [],
  );
}

function risks({ risks: all }: KnowledgeSources, t: Translate): KnowledgeLine {
  const threats = all.filter(({ kind }) => kind === 'threat').length;
  const vulnerabilities = all.length - threats;
  if (all.length === 0) return line('risks', '/profile/risks', '', '', [t('home.risks.none')]);
  const outside = all.filter(({ origin, kind }) => kind === 'threat' && origin === 'external').length;
  const missing = [...(outside === 0 ? [t('home.risks.noOutside')] : []), ...(vulnerabilities === 0 ? [t('home.risks.noVulnerability')] : [])];
  return line('risks', '/profile/risks', t('home.risks.known', { threats, vulnerabilities }), '', missing);
}

/** Kinds of evidence in which residents speak themselves. */
const voiceKinds: readonly EvidenceKind[] = ['survey', 'walk', 'group-work'];

function voices({ findings: all }: KnowledgeSources, t: Translate): KnowledgeLine {
  const kinds = new Set(all.flatMap(({ evidence }) => evidence.map(({ kind }) => kind)));
  const heard = voiceKinds.filter((kind) => kinds.has(kind));
  if (heard.length === 0) return line('voices', '/profile/findings', '', '', [t('home.voices.none')]);
  const silent = voiceKinds.filter((kind) => !kinds.has(kind));
  return line(
    'voices',
    '/profile/findings',
    heard.map((kind) => t(`evidenceKind.${kind}`)).join(', '),
    '',
    silent.length > 0 ? [t('home.voices.missing', { kinds: silent.map((kind) => t(`evidenceKind.${kind}`)).join(', ') })] : [],
  );
}

function findings({ findings: all }: KnowledgeSources, t: Translate): KnowledgeLine {
  if (all.length === 0) return line('findings', '/profile/findings', '', '', [t('home.findings.none')]);
  const of = (support: Finding['support']) => all.filter((finding) => finding.support === support).length;
  const missing = [
    ...(of('claim') > 0 ? [t('home.findings.claims', { count: of('claim') })] : []),
    ...(of('contested') > 0 ? [t('home.findings.contested', { count: of('contested') })] : []),
  ];
  return line(
    'findings',
    '/profile/findings',
    t('home.findings.known', { count: all.length }),
    t('home.findings.quality', { supported: of('supported'), single: of('single') }),
    missing,
  );
}
