import { anchorOf } from '../anchors.ts';
import type { Block, Section } from '../report-document.ts';
import type { ReportWriter } from '../report-writer.ts';
import { sumsOf } from '../short/money.ts';

/** How many of each the one page holds, and how long each may be. */
const mostFindings = 4;
const mostPriorities = 4;
const longestText = 190;

/** The summary on one page: the figures that matter, what was found, what was chosen. */
export function summarySection(writer: ReportWriter): Section {
  const { t, data } = writer;
  return {
    title: t('report.summary.title'),
    lead: t('report.summary.lead', { city: data.city.name || t('output.unnamedCity') }),
    startsPage: true,
    code: 'summary',
    anchor: anchorOf('chapter', 'summary'),
    blocks: [keyFigures(writer), ...findings(writer), ...priorities(writer)],
  };
}

export function keyFigures(writer: ReportWriter): Block {
  const { t, data, formats, incidents } = writer;
  const people = data.layer?.population ?? null;
  const { cost, gap, costed } = sumsOf(data.measures);
  const supported = data.findings.filter((finding) => finding.support === 'supported').length;
  return {
    kind: 'key-figures',
    items: [
      {
        value: formats.count(people),
        label: t('report.summary.people'),
        note: data.areas.length > 0 ? t('report.summary.inAreas', { areas: formats.count(data.areas.length) }) : t('report.missing.areas'),
      },
      {
        value: formats.count(incidents?.total.count),
        label: t('report.summary.incidents'),
        note:
          incidents?.firstDay && incidents.lastDay
            ? t('report.summary.between', { from: formats.day(incidents.firstDay), to: formats.day(incidents.lastDay) })
            : incidents
              ? ''
              : t('report.missing.incidents'),
      },
      {
        value: formats.count(incidents?.total.rate),
        label: t('report.summary.rate'),
        note:
          incidents && incidents.total.low !== null
            ? t('report.summary.interval', { low: formats.count(incidents.total.low), high: formats.count(incidents.total.high) })
            : '',
      },
      {
        value: formats.count(data.stakeholders.length),
        label: t('report.summary.stakeholders'),
        note: data.stakeholderGaps.groups.length > 0 ? t('report.summary.groupsMissing', { number: formats.count(data.stakeholderGaps.groups.length) }) : '',
      },
      {
        value: formats.count(data.findings.length),
        label: t('report.summary.findings'),
        note: t('report.summary.supported', { number: formats.count(supported) }),
      },
      {
        value: costed > 0 ? formats.shortMoney(cost, data.city.currency) : '–',
        label: t('report.summary.cost', { measures: formats.count(data.measures.length) }),
        note: costed === 0 ? t('report.missing.costs') : gap > 0 ? t('report.summary.gap', { share: formats.percent(gap / cost) }) : t('report.summary.noGap'),
      },
    ],
  };
}

function findings({ t, data, words, formats }: ReportWriter): Block[] {
  const order = { supported: 0, single: 1, contested: 2, claim: 3 };
  const list = data.findings.map((finding, place) => ({ ...finding, number: place + 1 })).toSorted((a, b) => order[a.support] - order[b.support]);
  return [
    { kind: 'heading', text: t('report.summary.found') },
    list.length === 0
      ? { kind: 'missing', text: t('report.missing.findings') }
      : {
          kind: 'ranked',
          items: list.slice(0, mostFindings).map((finding) => ({
            mark: formats.count(finding.number),
            text: shortened(finding.sentence),
            note: words.support(finding.support),
            to: anchorOf('finding', finding.id),
          })),
        },
  ];
}

function priorities({ t, data, formats }: ReportWriter): Block[] {
  const list = data.priorities.filter((priority) => priority.isChosen);
  return [
    { kind: 'heading', text: t('report.summary.chosen') },
    list.length === 0
      ? { kind: 'missing', text: t('report.missing.chosen') }
      : {
          kind: 'ranked',
          items: list.slice(0, mostPriorities).map((priority, place) => ({ mark: formats.count(place + 1), text: shortened(priority.title), note: '' })),
        },
  ];
}

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, text.lastIndexOf(' ', longestText))} …`;
}
