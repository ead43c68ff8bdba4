import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import type { ReportWriter } from '../report/report-writer.ts';
import { evidenceSlides } from './evidence-slides.ts';
import { costedIn, moneyOf, planSlides } from './plan-slides.ts';
import { createSlideKit, type SlideSpec } from './slide-kit.ts';
import { steadyDeck } from './steady-deck.ts';

/**
 * Slides for the council: the question first, then what is known, what was chosen, what is proposed and what it costs, each slide one message. Charts and tables stay editable; sources
 * are in the notes. The same data gives the same bytes.
 */
export async function writeCouncilSlides(data: ProfileData, context: ExportContext): Promise<Uint8Array> {
  const kit = createSlideKit(data, context);
  const { writer } = kit;
  const { t, formats } = context;
  const city = data.city.name || t('output.unnamedCity');
  await kit.title({
    kicker: t('slides.kicker'),
    title: data.policy.title || city,
    subtitle: data.policy.title ? city : t('report.profile.subtitle'),
    foot: [t('report.footer', { day: formats.day(writer.day()) }), data.isSample ? t('report.cover.sample') : ''].filter(Boolean).join(' · '),
    notes: [],
  });
  for (const slide of [question(writer), ...evidenceSlides(writer), ...planSlides(writer), sources(writer)]) kit.add(slide);
  const bytes = (await kit.deck.write({ outputType: 'uint8array' })) as Uint8Array;
  const [year = 1980, month = 1, day = 1] = writer.day().split('-').map(Number);
  return steadyDeck(bytes, { year, month, day }, kit.isRtl);
}

function question(writer: ReportWriter): SlideSpec {
  const { t, data, formats, words } = writer;
  const money = moneyOf(costedIn(writer));
  const amounts = { cost: formats.money(money.cost, data.city.currency), gap: formats.money(money.gap, data.city.currency) };
  return {
    message: t('slides.question'),
    points: [
      t('slides.askPolicy', {
        policy: data.policy.title || t('report.policyDocument.title'),
        period: words.period(data.policy.startYear, data.policy.endYear),
      }),
      t('slides.askPlan', { objectives: formats.count(data.objectives.length), measures: formats.count(data.measures.length) }),
      ...(money.cost === 0 ? [] : [money.gap > 0 ? t('slides.askMoney', amounts) : t('slides.askMoneyFull', amounts)]),
    ],
    notes: [data.policy.vision],
  };
}

/** Rows of a slide, some of them of two lines. */
const mostSources = 7;

function sources({ t, data, words, formats }: ReportWriter): SlideSpec {
  const shown = data.datasets.slice(0, mostSources);
  return {
    message: t('slides.sources'),
    ...(shown.length === 0
      ? { points: [t('report.missing.datasets')] }
      : {
          table: {
            heads: [
              { label: t('output.column.source'), width: 5 },
              { label: t('output.column.holds'), width: 3 },
              { label: t('output.column.period'), width: 2 },
              { label: t('output.column.licence'), width: 3 },
            ],
            rows: shown.map((dataset) => [
              dataset.source || dataset.fileName,
              t(`output.datasetKind.${dataset.kind}`),
              words.period(dataset.firstYear, dataset.lastYear),
              dataset.licence || t('output.notStated'),
            ]),
          },
        }),
    ...(data.datasets.length > shown.length ? { foot: t('slides.more', { count: formats.count(data.datasets.length - shown.length) }) } : {}),
    notes: [t('report.check.how'), ...data.datasets.slice(mostSources).map(({ source, fileName }) => source || fileName)],
  };
}
