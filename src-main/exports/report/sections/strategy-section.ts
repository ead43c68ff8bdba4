import type { Strategy } from '#shared/domain/strategies.ts';
import type { Block, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';

/** How far safety appears in the city's other strategies, and who leads on it. */
export function strategySection(writer: ReportWriter): Section {
  const { t, data } = writer;
  return {
    title: t('report.strategies.title'),
    lead: t('report.strategies.lead'),
    startsPage: false,
    level: 2,
    blocks: [...(data.strategies.length > 0 ? [strategyTable(writer)] : []), ...leadership(writer)],
  };
}

function strategyTable({ t, data, formats }: ReportWriter): Block {
  const about = ({ title, body, year }: Strategy) => [title || t('output.noWords'), body, year === null ? '' : String(year)].filter(Boolean).join(', ');
  return {
    kind: 'table',
    caption: t('report.strategies.caption'),
    columns: [
      column(t('history.type.strategy_document'), 'start', 5),
      column(t('strategies.words'), 'end'),
      column(t('report.strategies.safety'), 'end'),
      column(t('report.strategies.perThousand'), 'end'),
      column(t('report.strategies.appearance'), 'start', 2),
    ],
    rows: data.strategies.map((strategy) => [
      about(strategy),
      formats.count(strategy.wordCount),
      formats.count(strategy.safetyCount),
      formats.decimal(strategy.perThousand),
      t(`appearance.${strategy.appearance}`),
    ]),
    total: [],
    note: t('strategies.note'),
  };
}

function leadership({ t, data, formats }: ReportWriter): Block[] {
  const { leadershipRoles } = data;
  if (leadershipRoles.length === 0) return [];
  const known = leadershipRoles.filter(({ sex }) => sex !== '');
  const bodies = new Map(data.stakeholders.map(({ id, name }) => [id, name]));
  const women = formats.count(known.filter(({ sex }) => sex === 'female').length);
  return [
    {
      kind: 'table',
      caption: t('leadership.panel'),
      columns: [
        column(t('leadership.title'), 'start', 3),
        column(t('leadership.mandate'), 'start', 4),
        column(t('leadership.support'), 'start', 4),
        column(t('leadership.succession'), 'start', 4),
      ],
      rows: leadershipRoles.map(({ title, stakeholderId, mandate, supportNeeded, succession }) => [
        [title || t('output.noWords'), stakeholderId === null ? '' : (bodies.get(stakeholderId) ?? '')].filter(Boolean).join(', '),
        mandate || '–',
        supportNeeded || '–',
        succession || '–',
      ]),
      total: [],
      note: known.length === 0 ? '' : t('leadership.women', { women, all: formats.count(known.length) }),
    },
  ];
}
