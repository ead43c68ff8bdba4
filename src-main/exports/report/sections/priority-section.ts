import { votesFigure } from '#shared/figures/votes-figure.ts';
import { shownGroups } from '../../small-numbers.ts';
import { anchorOf } from '../anchors.ts';
import type { Block, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';

/** Columns of bars beyond this many are too narrow to read; the table has all groups. */
const mostGroups = 5;

export function prioritySection(writer: ReportWriter): Section {
  const { t, data } = writer;
  const blocks: Block[] = data.priorities.length === 0 ? [{ kind: 'missing', text: t('report.missing.priorities') }] : [...chosen(writer), ...votes(writer)];
  return {
    title: t('report.priorities.title'),
    lead: t('report.priorities.lead'),
    startsPage: true,
    blocks,
    code: 'priorities',
    anchor: anchorOf('chapter', 'priorities'),
  };
}

export function chosen({ t, data, formats }: ReportWriter): Block[] {
  const list = data.priorities.filter((priority) => priority.isChosen);
  if (list.length === 0) return [{ kind: 'missing', text: t('report.missing.chosen') }];
  return [
    { kind: 'heading', text: t('report.priorities.chosen') },
    { kind: 'ranked', items: list.map((priority, place) => ({ mark: formats.count(place + 1), text: priority.title, note: priority.reason })) },
  ];
}

function votes(writer: ReportWriter): Block[] {
  const { t, data, formats } = writer;
  const { vote } = data;
  const all = vote.results.reduce((sum, result) => sum + result.dots, 0);
  if (all === 0) return [{ kind: 'missing', text: t('report.missing.votes') }];
  const groups = shownGroups(vote, data.city.smallNumberThreshold);
  const people = vote.decided?.people ?? vote.groups.reduce((sum, group) => sum + group.people, 0);
  const results = vote.results.toSorted((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));
  const titles = new Map(data.priorities.map((priority) => [priority.id, priority.title]));
  const share = (value: number | null | undefined) => ({ value: value ?? null, text: formats.percent(value) });
  const columns = [
    { label: t('output.allVotes'), cells: results.map((result) => share(result.share)) },
    ...groups
      .slice(0, mostGroups)
      .map((group) => ({ label: group.name, cells: results.map((result) => share(result.byGroup.find((part) => part.groupId === group.id)?.share)) })),
  ];
  const figure = votesFigure(writer.figureContext, {
    priorities: results.map((result) => titles.get(result.priorityId) ?? ''),
    columns: columns.map(({ label, cells }) => ({ label, shares: cells.map((cell) => cell.value), texts: cells.map((cell) => cell.text) })),
    labelWidth: columns.length > 4 ? 150 : 190,
  });
  const first = results[0];
  return [
    { kind: 'heading', text: t('report.priorities.vote') },
    writer.chart(figure, {
      caption: t('report.priorities.voteCaption', { title: titles.get(first?.priorityId ?? '') ?? '', share: formats.percent(first?.share) }),
      alt: t('report.priorities.voteAlt', {
        values: results.map((result) => `${titles.get(result.priorityId) ?? ''} ${formats.percent(result.share)}`).join(t('output.listSeparator')),
      }),
      source: [
        t(vote.decided?.unit === 'points' ? 'report.priorities.rankingSource' : 'report.priorities.voteSource', {
          people: formats.count(people),
          dots: formats.count(vote.rules.dotsPerPerson),
          cap: formats.count(vote.rules.capPerOption),
        }),
        t('report.priorities.sampleTitle', { people: formats.count(people) }),
        t('report.priorities.sample'),
      ].join(' '),
    }),
    {
      kind: 'table',
      caption: t('report.priorities.table'),
      columns: [
        column(t('output.column.priority'), 'start', 1),
        column(t('output.column.votes'), 'end'),
        column(t('output.column.share'), 'end'),
        column(t('output.column.rank'), 'end'),
        column(t('output.column.equalRank'), 'end'),
      ],
      rows: results.map((result) => [
        titles.get(result.priorityId) ?? '',
        formats.count(result.dots),
        formats.percent(result.share),
        rankText(writer, result.rank),
        rankText(writer, result.equalGroupRank),
      ]),
      total: [t('output.total'), formats.count(all), formats.percent(1), '', ''],
      note: [
        t('report.priorities.equalNote'),
        groups.length < vote.groups.length ? t('report.priorities.hiddenGroups', { threshold: formats.count(data.city.smallNumberThreshold) }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    },
  ];
}

function rankText({ formats }: ReportWriter, rank: number | null): string {
  return formats.decimal(rank, rank !== null && !Number.isInteger(rank) ? 1 : 0);
}
