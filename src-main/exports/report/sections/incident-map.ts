import { sequentialColours } from '#shared/figures/figure-style.ts';
import { classBreaks, classOf } from '#shared/methods/class-breaks.ts';
import { leadingRates, leadingResidents } from '#shared/methods/rates.ts';
import type { PaperMap } from '../../maps/paper-map.ts';
import type { ShownIncidents } from '../../shown-incidents.ts';
import type { ShownRow } from '../../small-numbers.ts';
import type { Block } from '../report-document.ts';
import type { ReportWriter } from '../report-writer.ts';
import { longestTable, sourcesOf } from './city-section.ts';

const mostClasses = 5;

/** Areas with a rate that may be shown, the highest first. */
export function rankedAreas(incidents: ShownIncidents): ShownRow[] {
  return incidents.byArea.filter((row) => row.areaId && row.rate !== null).toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
}

/** Said where a higher rate of an area with few residents is passed over. */
export const fewResidentsNote = ({ t, formats }: ReportWriter) => t('report.incidents.fewResidents', { residents: formats.count(leadingResidents) });

/** The choropleth: rates where populations are known, never counts (a large area would always look bad). */
export function incidentMap(writer: ReportWriter, incidents: ShownIncidents, size: Pick<PaperMap, 'tallest'> = {}): Block[] {
  const { t, data, formats, figureContext } = writer;
  if (data.boundaries.length === 0) return [{ kind: 'missing', text: t('report.missing.boundaries') }];
  const rates = new Map(incidents.byArea.flatMap((row) => (row.areaId && row.rate !== null ? [[row.areaId, row.rate] as const] : [])));
  if (rates.size === 0) return [{ kind: 'missing', text: t('report.missing.rates') }];
  const classes = classBreaks([...rates.values()], mostClasses);
  const colours = sequentialColours(figureContext.style, classes.length);
  const colourOf = (areaId: string) => {
    const place = classOf(rates.get(areaId) ?? null, classes);
    return place === null ? null : (colours[place] ?? null);
  };
  const areNumbered = data.areas.length <= longestTable;
  const areas = new Map(
    data.areas.map((area) => [area.id, { colour: colourOf(area.id), label: areNumbered ? formats.count(writer.areaNumber(area.id)) : '' }]),
  );
  const hasGaps = data.boundaries.some((feature) => !rates.has(feature.properties.areaId));
  const ranked = rankedAreas(incidents);
  const named = leadingRates(ranked, data.incidents?.overview.years.length ?? 1);
  const withRate = (row: ShownRow) => `${writer.areaName(row.areaId ?? null)} (${formats.count(row.rate)})`;
  const highest = named.slice(0, 3).map(withRate);
  const lowest = named.slice(-3).map(withRate);
  return [
    writer.map(
      {
        ...size,
        features: data.boundaries,
        areas,
        legendTitle: t('report.incidents.mapLegend'),
        legend: [
          ...classes.map((range, place) => ({
            colour: colours[place] ?? null,
            label: range.from === range.to ? formats.count(range.from) : `${formats.count(range.from)}–${formats.count(range.to)}`,
          })),
          ...(hasGaps ? [{ colour: null, label: t('output.noFigure') }] : []),
        ],
      },
      {
        caption: t('report.incidents.mapCaption', { highest: writer.words.list(highest.slice(0, 2)) }),
        alt: t('report.incidents.mapAlt', { highest: writer.words.list(highest), lowest: writer.words.list(lowest) }),
        source: [named[0] === ranked[0] ? '' : fewResidentsNote(writer), sourcesOf(writer, ['incidents', 'areas', 'population'])].filter(Boolean).join(' '),
      },
    ),
  ];
}
