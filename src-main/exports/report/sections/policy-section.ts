import type { Measure, Objective } from '#shared/domain/policy.ts';
import type { Pillar } from '#shared/domain/policy-frame.ts';
import { fundingFigure } from '#shared/figures/funding-figure.ts';
import { checkTitle, isOpenPoint } from '#shared/i18n/check-words.ts';
import { planTree } from '#shared/methods/plan-tree.ts';
import { anchorOf } from '../anchors.ts';
import type { Block, LabelledText, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';
import { valueText } from './indicator-section.ts';

/** The policy as one part of the profile. */
export function policySection(writer: ReportWriter): Section {
  const { t, data } = writer;
  const blocks: Block[] = [
    ...visionBlocks(writer),
    { kind: 'heading', text: t('report.policy.objectives') },
    ...objectiveBlocks(writer, true),
    { kind: 'heading', text: t('report.policy.budget') },
    ...budgetBlocks(writer),
    ...openPoints(writer),
  ];
  return {
    title: t('report.policy.title'),
    lead: data.policy.title || t('report.policy.lead'),
    startsPage: true,
    blocks,
    code: 'policy',
    anchor: anchorOf('chapter', 'policy'),
  };
}

export function visionBlocks({ t, data }: ReportWriter): Block[] {
  return [data.policy.vision ? { kind: 'quote', text: data.policy.vision } : { kind: 'missing', text: t('report.missing.vision') }];
}

export function objectiveBlocks(writer: ReportWriter, withMeasures: boolean): Block[] {
  const { t, data } = writer;
  if (data.objectives.length === 0) return [{ kind: 'missing', text: t('report.missing.objectives') }];
  const { impacts, branches } = planTree(data.pillars, data.objectives, data.measures);
  const branching = new Set(branches.flatMap(({ objectives }) => objectives.map(({ objective }) => objective.id)));
  return [
    ...impacts.filter(({ id }) => !branching.has(id)).map((objective) => objectiveBlock(writer, objective, { number: '', withMeasures })),
    ...branches.flatMap(({ pillar, objectives }) => [
      ...(pillar ? pillarBlocks(writer, pillar) : []),
      ...objectives.map(({ objective, number }) => objectiveBlock(writer, objective, { number, withMeasures })),
    ]),
  ];
}

function pillarBlocks({ t }: ReportWriter, { title, description }: Pillar): Block[] {
  return [
    { kind: 'rich', style: 'heading', level: 2, runs: [{ text: title || t('output.noWords') }] },
    ...(description ? [{ kind: 'text', text: description } as const] : []),
  ];
}

function objectiveBlock(writer: ReportWriter, objective: Objective, options: { number: string; withMeasures: boolean }): Block {
  const { t, data, words } = writer;
  const findings = data.findings.filter((finding) => objective.findingIds.includes(finding.id));
  const priorities = data.priorities.filter((priority) => objective.priorityIds.includes(priority.id));
  const measures = data.measures.filter((measure) => measure.objectiveId === objective.id);
  return {
    kind: 'objective',
    anchor: anchorOf('objective', objective.id),
    number: options.number,
    text: objective.title || t('output.noWords'),
    restsOn: [
      ...(findings.length > 0
        ? findings.map((finding) => ({
            label: t('report.policy.restsOn'),
            text: t('report.policy.findingWithSupport', { finding: finding.sentence, support: words.support(finding.support) }),
            to: anchorOf('finding', finding.id),
          }))
        : [{ label: t('report.policy.restsOn'), text: t('report.policy.restsOnNothing') }]),
      ...(priorities.length > 0 ? [{ label: t('report.policy.answers'), text: words.list(priorities.map((priority) => priority.title)) }] : []),
    ],
    measures: options.withMeasures
      ? measures.map((measure) => ({
          title: measure.title || t('output.noWords'),
          text: measure.description,
          facts: measureFacts(writer, measure),
          anchor: anchorOf('measure', measure.id),
        }))
      : [],
    empty: options.withMeasures ? t('report.missing.measures') : '',
  };
}

function measureFacts(writer: ReportWriter, measure: Measure): LabelledText[] {
  const { t, words, formats, data } = writer;
  const money = (value: number | null) => formats.money(value, data.city.currency);
  const facts: (LabelledText | null)[] = [
    { label: t('output.column.owner'), text: ownerOf(writer, measure) },
    measure.partnerIds.length > 0 ? { label: t('output.column.partners'), text: words.list(measure.partnerIds.map((id) => bodyName(writer, id))) } : null,
    { label: t('output.column.period'), text: words.period(measure.startYear, measure.endYear) },
    measure.areaIds.length > 0 ? { label: t('output.column.where'), text: words.list(measure.areaIds.map((id) => writer.areaName(id))) } : null,
    measure.approach ? { label: t('output.column.approach'), text: words.approach(measure.approach) } : null,
    { label: t('output.column.cost'), text: measure.totalCost === null ? t('output.notStated') : money(measure.totalCost) },
    { label: t('output.column.indicator'), text: indicatorOf(writer, measure) || t('output.notStated') },
  ];
  return facts.flatMap((fact) => fact ?? []);
}

export function ownerOf(writer: ReportWriter, measure: Measure): string {
  return measure.ownerId === null ? writer.t('output.notStated') : bodyName(writer, measure.ownerId);
}

function bodyName({ data, t }: ReportWriter, id: string): string {
  return data.stakeholders.find((body) => body.id === id)?.name ?? t('output.notStated');
}

export function indicatorOf({ data }: ReportWriter, measure: Measure): string {
  return data.indicators.find((indicator) => indicator.code === measure.indicatorCode)?.name ?? measure.indicatorText;
}

export function budgetBlocks(writer: ReportWriter): Block[] {
  const { t, data, formats } = writer;
  const costed = data.measures.filter((measure) => measure.totalCost !== null && !measure.hasOwnCurrency);
  if (costed.length === 0) return [{ kind: 'missing', text: t('report.missing.costs') }];
  const money = (value: number | null) => formats.money(value, data.city.currency);
  const tree = planTree(data.pillars, data.objectives, data.measures);
  const rows = tree.branches
    .flatMap(({ objectives }) => objectives)
    .flatMap(({ objective, number }) => {
      const measures = costed.filter((measure) => measure.objectiveId === objective.id);
      return measures.length > 0 ? [{ label: `${number} ${objective.title}`, number, title: objective.title, ...sums(measures) }] : [];
    });
  const all = sums(costed);
  const parts = [t('output.funding.own'), t('output.funding.shared'), t('output.funding.external'), t('output.funding.gap')];
  const figure = fundingFigure(writer.figureContext, {
    parts,
    rows: rows.map((row) => ({ label: row.label, values: [row.own, row.shared, row.external, Math.max(0, row.gap)], text: money(row.cost) })),
  });
  return [
    writer.chart(figure, {
      caption:
        all.gap > 0
          ? t('report.policy.budgetCaption', { cost: money(all.cost), gap: money(all.gap) })
          : t('report.policy.budgetCaptionFull', { cost: money(all.cost) }),
      alt: t('report.alt.bars', { values: rows.map((row) => `${row.label} ${money(row.cost)}`).join(t('output.listSeparator')) }),
      source: t('report.policy.budgetSource'),
    }),
    {
      kind: 'table',
      caption: t('report.policy.budgetTable', { currency: data.city.currency || t('output.noCurrency') }),
      columns: [column(t('output.column.objective'), 'start', 1), column(t('output.column.cost'), 'end'), ...parts.map((part) => column(part, 'end'))],
      rows: rows.map((row) => [row.label, ...[row.cost, row.own, row.shared, row.external, row.gap].map((value) => formats.count(value))]),
      total: [t('output.total'), ...[all.cost, all.own, all.shared, all.external, all.gap].map((value) => formats.count(value))],
      note: [
        t('report.policy.costNote'),
        costed.length < data.measures.length
          ? t('report.policy.uncosted', { costed: formats.count(costed.length), all: formats.count(data.measures.length) })
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    },
  ];
}

function sums(measures: readonly Measure[]) {
  const sum = (value: (measure: Measure) => number | null) => measures.reduce((total, measure) => total + (value(measure) ?? 0), 0);
  const cost = sum((measure) => measure.totalCost);
  const own = sum((measure) => measure.ownFunds);
  const shared = sum((measure) => measure.sharedFunds);
  const external = sum((measure) => measure.externalFunds);
  return { cost, own, shared, external, gap: cost - own - shared - external };
}

/** How it will be known whether the policy works: indicator, now, wanted, who answers for it. */
export function monitoringBlocks(writer: ReportWriter): Block[] {
  const { t, data, words } = writer;
  const followed = data.measures.filter((measure) => indicatorOf(writer, measure) !== '');
  if (followed.length === 0) return [{ kind: 'missing', text: t('report.missing.monitoring') }];
  const unitOf = (measure: Measure) => data.indicators.find((indicator) => indicator.code === measure.indicatorCode)?.unit ?? '';
  const at = (measure: Measure, value: number | null, year: number | null) =>
    value === null
      ? t('output.notStated')
      : year === null
        ? valueText(writer, value, unitOf(measure))
        : t('report.policy.valueInYear', { value: valueText(writer, value, unitOf(measure)), year: words.year(year) });
  return [
    {
      kind: 'table',
      caption: t('report.policy.monitoringTable'),
      columns: [
        column(t('output.column.measure'), 'start', 3),
        column(t('output.column.indicator'), 'start', 4),
        column(t('output.column.baseline'), 'start', 2),
        column(t('output.column.target'), 'start', 2),
        column(t('output.column.owner'), 'start', 3),
      ],
      rows: followed.map((measure) => [
        measure.title,
        indicatorOf(writer, measure),
        at(measure, measure.baselineValue, measure.baselineYear),
        at(measure, measure.targetValue, measure.targetYear),
        ownerOf(writer, measure),
      ]),
      total: [],
      note: t('report.policy.monitoringNote'),
    },
  ];
}

/** What the policy still lacks, in words; nothing at all when nothing is missing. */
export function openPoints({ t, data }: ReportWriter): Block[] {
  const open = data.checks.filter(isOpenPoint);
  if (open.length === 0) return [];
  const items = open.map((check) =>
    check.title ? t('report.policy.openPoint', { point: t(`check.${check.code}`), title: checkTitle(t, check) }) : t(`check.${check.code}`),
  );
  return [
    { kind: 'heading', text: t('report.policy.open') },
    { kind: 'text', text: t('report.policy.openLead') },
    { kind: 'bullets', items: [...new Set(items)] },
  ];
}
