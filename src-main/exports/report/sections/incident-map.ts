import { sequentialColours } from '#shared/figures/figure-style.ts';
import { classBreaks, classOf } from '#shared/methods/class-breaks.ts';
import type { ShownIncidents } from '../../shown-incidents.ts';
import type { Block } from '../report-document.ts';
import type { ReportWriter } from '../report-writer.ts';
import { longestTable, sourcesOf } from './city-section.ts';

const mostClasses = 5;

/** The choropleth: rates where populations are known, never counts (a large area would always look bad). */
export function incidentMap(writer: ReportWriter, incidents: ShownIncidents): Block[] {
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
  const ranked = [...rates].sort(([, a], [, b]) => b - a);
  const highest = ranked.slice(0, 3).map(([id, rate]) => `${writer.areaName(id)} (${formats.count(rate)})`);
  const lowest = ranked.slice(-3).map(([id, rate]) => `${writer.areaName(id)} (${formats.count(rate)})`);
  return [
    writer.map(
      {
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
        source: sourcesOf(writer, ['incidents', 'areas', 'population']),
      },
    ),
  ];
}
