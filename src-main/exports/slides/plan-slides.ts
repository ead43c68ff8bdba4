import type { Measure } from '#shared/domain/policy.ts';
import type { ReportWriter } from '../report/report-writer.ts';
import { indicatorOf, openPoints, ownerOf } from '../report/sections/policy-section.ts';
import type { SlideSpec } from './slide-kit.ts';

const mostPriorities = 8;
const mostObjectives = 6;
const rowsOfSlide = 7;
const mostOpen = 5;

/** What was chosen and what is proposed: priorities, objectives, measures, money, what is still open. */
export function planSlides(writer: ReportWriter): SlideSpec[] {
  return [...priorities(writer), ...objectives(writer), ...measures(writer), ...budget(writer), ...open(writer)];
}

function priorities({ t, data, formats }: ReportWriter): SlideSpec[] {
  const titles = new Map(data.priorities.map(({ id, title }) => [id, title]));
  const results = data.vote.results.filter(({ share }) => share !== null).toSorted((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));
  const people = data.vote.decided?.people ?? data.vote.groups.reduce((sum, group) => sum + group.people, 0);
  const sample = t('report.priorities.sampleTitle', { people: formats.count(people) });
  if (results.length > 0) {
    const shown = results.slice(0, mostPriorities);
    return [
      {
        message: t('slides.priorities', { title: titles.get(shown[0]?.priorityId ?? '') ?? '' }),
        chart: {
          kind: 'bars',
          labels: shown.map(({ priorityId }) => titles.get(priorityId) ?? ''),
          series: [{ name: t('slides.prioritiesAxis'), values: shown.map(({ share }) => share) }],
          format: '0%',
          axis: t('slides.prioritiesAxis'),
        },
        foot: sample,
        notes: [sample, t('report.priorities.sample')],
      },
    ];
  }
  const chosen = data.priorities.filter(({ isChosen }) => isChosen);
  if (chosen.length === 0) return [];
  return [
    {
      message: t('slides.prioritiesPlain'),
      points: chosen.map(({ title }) => title),
      notes: chosen.map(({ title, reason }) => [title, reason].filter(Boolean).join(': ')),
    },
  ];
}

function objectives({ t, data, formats }: ReportWriter): SlideSpec[] {
  if (data.objectives.length === 0) return [];
  const shown = data.objectives.slice(0, mostObjectives);
  const value = (figure: number | null) => (figure === null ? t('output.notStated') : formats.decimal(figure, Number.isInteger(figure) ? 0 : 1));
  return [
    {
      message: t('slides.objectives'),
      table: {
        heads: [
          { label: '', width: 0.5, isNumber: true },
          { label: t('output.column.objective'), width: 7 },
          { label: t('output.column.baseline'), width: 1.6, isNumber: true },
          { label: t('output.column.target'), width: 1.6, isNumber: true },
          { label: t('openData.column.target_on'), width: 1.3, isNumber: true },
        ],
        rows: shown.map((objective, place) => [
          formats.count(place + 1),
          objective.title || t('output.noWords'),
          value(objective.baselineValue),
          value(objective.targetValue),
          objective.targetOn ? objective.targetOn.slice(0, 4) : '–',
        ]),
      },
      ...(data.objectives.length > shown.length ? { foot: t('slides.more', { count: formats.count(data.objectives.length - shown.length) }) } : {}),
      notes: shown.map((objective) => {
        const rests = data.findings.filter(({ id }) => objective.findingIds.includes(id)).map(({ sentence }) => sentence);
        return `${objective.title} ← ${rests.join(' / ') || t('report.policy.restsOnNothing')}`;
      }),
    },
  ];
}

function measures(writer: ReportWriter): SlideSpec[] {
  const { t, data, formats, words } = writer;
  if (data.measures.length === 0) return [];
  const places = new Map(data.objectives.map(({ id }, place) => [id, place]));
  const sorted = data.measures.toSorted((a, b) => (places.get(a.objectiveId) ?? 0) - (places.get(b.objectiveId) ?? 0));
  const parts = Math.ceil(sorted.length / rowsOfSlide);
  return Array.from({ length: parts }, (_, part) => {
    // As many on each slide: no slide with one row left over.
    const shown = sorted.slice(Math.round((part * sorted.length) / parts), Math.round(((part + 1) * sorted.length) / parts));
    return {
      message: parts === 1 ? t('slides.measuresOne') : t('slides.measures', { part: formats.count(part + 1), parts: formats.count(parts) }),
      table: {
        heads: [
          { label: t('output.column.measure'), width: 5 },
          { label: t('output.column.owner'), width: 3.4 },
          { label: t('output.column.period'), width: 1.6 },
          { label: t('output.column.cost'), width: 2, isNumber: true },
        ],
        rows: shown.map((measure) => [
          measure.title || t('output.noWords'),
          ownerOf(writer, measure),
          words.period(measure.startYear, measure.endYear),
          measure.totalCost === null ? t('output.notStated') : formats.money(measure.totalCost, measure.currency || data.city.currency),
        ]),
      },
      notes: shown.map((measure) => `${measure.title}: ${indicatorOf(writer, measure) || t('output.notStated')}`),
    };
  });
}

/** In the city's own currency; what is costed in another one is in the plan. */
export function costedIn({ data }: Pick<ReportWriter, 'data'>): Measure[] {
  return data.measures.filter(({ totalCost, currency }) => totalCost !== null && (currency === '' || currency === data.city.currency));
}

export function moneyOf(measures: readonly Measure[]) {
  const sum = (read: (measure: Measure) => number | null) => measures.reduce((total, measure) => total + (read(measure) ?? 0), 0);
  return { cost: sum(({ totalCost }) => totalCost), gap: sum(({ gap, totalCost }) => Math.max(0, gap ?? totalCost ?? 0)) };
}

function budget(writer: ReportWriter): SlideSpec[] {
  const { t, data, formats } = writer;
  const costed = costedIn(writer);
  const all = moneyOf(costed);
  if (all.cost === 0) return [];
  const rows = data.objectives.flatMap((objective, place) => {
    const own = costed.filter(({ objectiveId }) => objectiveId === objective.id);
    return own.length > 0 ? [{ label: `${formats.count(place + 1)} ${shortened(objective.title)}`, own }] : [];
  });
  const series = (name: string, read: (measure: Measure) => number | null) => ({
    name,
    values: rows.map(({ own }) => own.reduce((sum, measure) => sum + Math.max(0, read(measure) ?? 0), 0)),
  });
  const cost = formats.money(all.cost, data.city.currency);
  return [
    {
      message: all.gap > 0 ? t('slides.budget', { cost, share: formats.percent(all.gap / all.cost) }) : t('slides.budgetFull', { cost }),
      chart: {
        kind: 'stacked',
        labels: rows.map(({ label }) => label),
        series: [
          series(t('output.funding.own'), (measure) => measure.ownFunds),
          series(t('output.funding.shared'), (measure) => measure.sharedFunds),
          series(t('output.funding.external'), (measure) => measure.externalFunds),
          series(t('output.funding.gap'), (measure) => measure.gap ?? measure.totalCost),
        ],
        format: '#,##0',
        axis: data.city.currency,
      },
      notes: [t('report.policy.costNote')],
    },
  ];
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, Math.max(1, text.lastIndexOf(' ', 60)))} …`;
}

function open(writer: ReportWriter): SlideSpec[] {
  const { t, data } = writer;
  const missing = openPoints({ ...writer, data: { ...data, checks: data.checks.filter(({ level }) => level === 'must') } });
  const points = missing.flatMap((block) => (block.kind === 'bullets' ? block.items : []));
  const shown = points.slice(0, mostOpen);
  const more = points.length > shown.length ? { foot: t('slides.more', { count: writer.formats.count(points.length - shown.length) }) } : {};
  return points.length === 0 ? [] : [{ message: t('slides.open'), points: shown, ...more, notes: points.slice(mostOpen) }];
}
