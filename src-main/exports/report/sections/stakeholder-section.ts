import { powerInterestFigure } from '#shared/figures/power-interest-figure.ts';
import { anchorOf } from '../anchors.ts';
import type { Block, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';
import { longestTable } from './city-section.ts';

export function stakeholderSection(writer: ReportWriter): Section {
  const { t, data } = writer;
  const blocks: Block[] =
    data.stakeholders.length === 0 ? [{ kind: 'missing', text: t('report.missing.stakeholders') }] : [...grid(writer), register(writer), ...gaps(writer)];
  return {
    title: t('report.stakeholders.title'),
    lead: t('report.stakeholders.lead'),
    startsPage: true,
    blocks,
    code: 'stakeholders',
    anchor: anchorOf('chapter', 'stakeholders'),
  };
}

function grid(writer: ReportWriter): Block[] {
  const { t, data, formats } = writer;
  const rated = data.stakeholders.flatMap((body, place) =>
    body.power === null || body.interest === null ? [] : [{ ...body, number: place + 1, power: body.power, interest: body.interest }],
  );
  if (rated.length === 0) return [{ kind: 'missing', text: t('report.missing.ratings') }];
  const areMany = rated.length > longestTable;
  const figure = powerInterestFigure(writer.figureContext, {
    actors: rated.map(({ name, number, power, interest }) => ({ label: name, mark: formats.count(number), power, interest })),
    marks: areMany ? 'count' : 'number',
    quadrants: {
      workClosely: writer.words.gridPlace('work-closely'),
      keepSatisfied: writer.words.gridPlace('keep-satisfied'),
      protectAndInform: writer.words.gridPlace('protect-and-inform'),
      watch: writer.words.gridPlace('watch'),
    },
    powerLabel: t('output.column.power'),
    interestLabel: t('output.column.interest'),
  });
  const close = rated.filter((body) => body.gridPlace === 'work-closely').map((body) => body.name);
  const protect = rated.filter((body) => body.gridPlace === 'protect-and-inform').map((body) => body.name);
  return [
    writer.chart(figure, {
      caption: t('report.stakeholders.gridCaption', { rated: formats.count(rated.length), all: formats.count(data.stakeholders.length) }),
      alt: t('report.stakeholders.gridAlt', { close: writer.words.list(close), protect: writer.words.list(protect) }),
      source: t(areMany ? 'report.stakeholders.gridCountSource' : 'report.stakeholders.gridSource'),
    }),
  ];
}

function register(writer: ReportWriter): Block {
  const { t, data, formats, words } = writer;
  const listed = data.stakeholders.slice(0, longestTable);
  return {
    kind: 'table',
    caption: t('report.stakeholders.tableCaption'),
    columns: [
      column(t('output.column.number'), 'end'),
      column(t('output.column.name'), 'start', 3),
      column(t('output.column.sector'), 'start', 2),
      column(t('output.column.power'), 'end'),
      column(t('output.column.interest'), 'end'),
      column(t('output.column.gridPlace'), 'start', 2.6),
    ],
    rows: listed.map((body, place) => [
      formats.count(place + 1),
      body.name,
      words.sector(body.sector),
      formats.decimal(body.power, Number.isInteger(body.power) ? 0 : 1),
      formats.decimal(body.interest, Number.isInteger(body.interest) ? 0 : 1),
      words.gridPlace(body.gridPlace),
    ]),
    total: [],
    note:
      listed.length < data.stakeholders.length ? t('report.rest', { shown: formats.count(listed.length), all: formats.count(data.stakeholders.length) }) : '',
  };
}

function gaps({ t, data, words, formats }: ReportWriter): Block[] {
  const { sectors, groups, unratedCount } = data.stakeholderGaps;
  const items = [
    ...(sectors.length > 0 ? [t('report.stakeholders.missingSectors', { sectors: words.list(sectors.map(words.sector)) })] : []),
    ...(groups.length > 0 ? [t('report.stakeholders.missingGroups', { groups: words.list(groups.map(words.residentGroup)) })] : []),
    ...(unratedCount > 0 ? [t('report.stakeholders.unrated', { number: formats.count(unratedCount) })] : []),
  ];
  return [
    { kind: 'heading', text: t('report.stakeholders.gaps') },
    items.length > 0 ? { kind: 'bullets', items } : { kind: 'text', text: t('report.stakeholders.noGaps') },
  ];
}
