import type { TextKey } from '#shared/i18n/texts.ts';
import type { ExportContext } from '../../export-context.ts';
import type { ProfileData } from '../../profile-data.ts';
import type { Block, BlockContent, Report, Section } from '../report-document.ts';
import { createReportWriter, type ReportWriter } from '../report-writer.ts';
import { indicatorOf } from '../sections/policy-section.ts';
import { moneyOf, sumsOf } from './money.ts';
import { shortFrame } from './short-frame.ts';
import { createShortener, type Shortener } from './shortener.ts';

type Status = Extract<BlockContent, { kind: 'status' }>['items'][number];

/** Characters that an answer may have, from ample down to what always fits on the page. */
const lengths = [420, 260, 170, 120, 80, 45] as const;
export const cardSteps = lengths.length;

/** One page on the state of the city's safety policy, answered from the project alone. */
export function writeStatusCard(data: ProfileData, context: ExportContext, detail: number): Report {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const longest = lengths[Math.min(detail, lengths.length - 1)] ?? 45;
  const short = createShortener(context.language);
  const card: Card = { ...writer, longest, short };
  const city = data.city.name || t('output.unnamedCity');
  const answers: Status[] = [
    exists(card),
    kindOf(card),
    wholeCity(card),
    legalBasis(card),
    budget(card),
    unit(card),
    participation(card),
    monitoring(card),
    review(card),
    published(card),
  ];
  const blocks: Block[] = [
    { kind: 'status', items: answers },
    { kind: 'heading', text: t('report.card.plan') },
    planFigures(card),
    ...(longest > 100 ? moneyOf(writer) : []),
  ];
  if (short.texts > 0) blocks.push({ kind: 'note', title: '', text: t('report.card.shortened', { texts: context.formats.count(short.texts) }) });
  const section: Section = { title: '', lead: '', startsPage: false, blocks };
  return {
    document: shortFrame(writer, {
      layout: 'card',
      kicker: t('report.card.title'),
      title: short.text(city, 70),
      subtitle: short.text([data.policy.title, writer.words.country(data.city.country)].filter(Boolean).join(' · '), 110),
      sections: [section],
    }),
    images: writer.images,
  };
}

interface Card extends ReportWriter {
  readonly longest: number;
  readonly short: Shortener;
}

function answer({ t, short, longest }: Card, name: string, state: Status['state'], says: string, text = ''): Status {
  return { label: t(`report.card.${name}` as TextKey), state, stateText: short.text(says, Math.min(longest, 120)), text: short.text(text, longest) };
}

/** An answer in free words: there or not known. */
function said(card: Card, name: string, text: string): Status {
  const { t, short, longest } = card;
  return text
    ? { label: t(`report.card.${name}` as TextKey), state: 'yes', stateText: t('report.card.yes'), text: short.text(text, longest) }
    : answer(card, name, 'unknown', t('report.card.unknown'));
}

function exists(card: Card): Status {
  const { t, data, words } = card;
  const { stage, adoptedYear } = data.policyFacts;
  const adopted = data.drafts.find(({ version }) => version?.kind === 'adopted')?.version ?? null;
  const known = stage ?? (adopted ? 'adopted' : data.measures.length > 0 || data.drafts.length > 0 ? 'preparing' : null);
  if (known === null) return answer(card, 'exists', 'unknown', t('report.card.unknown'));
  const state = known === 'adopted' || known === 'under-review' ? 'yes' : known === 'none' ? 'no' : 'partly';
  const year = adoptedYear ?? (Number(adopted?.decidedOn.slice(0, 4)) || null);
  const detail = [year === null ? '' : t('report.card.sinceYear', { year: words.year(year) }), adopted?.number ?? ''].filter(Boolean);
  return answer(card, 'exists', state, t(`report.card.stage.${known}`), words.list(detail));
}

function kindOf(card: Card): Status {
  const { t, data, words } = card;
  const { type } = data.policyFacts;
  const period = data.policy.startYear === null && data.policy.endYear === null ? '' : words.period(data.policy.startYear, data.policy.endYear);
  if (type === null) return answer(card, 'type', 'unknown', t('report.card.unknown'), period);
  return answer(card, 'type', 'yes', t(`report.card.type.${type}`), period);
}

function wholeCity(card: Card): Status {
  const { t, data } = card;
  const { coversWholeCity, coverageNote } = data.policyFacts;
  if (coversWholeCity === null) return answer(card, 'coverage', 'unknown', t('report.card.unknown'), coverageNote);
  return answer(card, 'coverage', coversWholeCity ? 'yes' : 'partly', t(coversWholeCity ? 'report.card.wholeCity' : 'report.card.partOfCity'), coverageNote);
}

const legalBasis = (card: Card): Status => said(card, 'legalBasis', card.data.policyFacts.legalBasis);
const published = (card: Card): Status => said(card, 'published', card.data.policyFacts.publishedWhere);

function budget(card: Card): Status {
  const { t, data, formats } = card;
  const { cost, gap, costed } = sumsOf(data.measures);
  if (costed === 0)
    return answer(card, 'budget', data.measures.length > 0 ? 'no' : 'unknown', t(data.measures.length > 0 ? 'report.card.noBudget' : 'report.card.unknown'));
  const isWhole = costed === data.measures.length && gap === 0;
  const text = gap > 0 ? t('report.card.budgetGap', { gap: formats.money(gap, data.city.currency) }) : '';
  return answer(card, 'budget', isWhole ? 'yes' : 'partly', t('report.card.budgetOf', { cost: formats.money(cost, data.city.currency) }), text);
}

function unit(card: Card): Status {
  const { t, data } = card;
  const { responsibleUnit, responsibleId } = data.policyFacts;
  const name = responsibleUnit || (data.stakeholders.find(({ id }) => id === responsibleId)?.name ?? '') || card.context.options.identity.unit;
  return name ? answer(card, 'unit', 'yes', name, card.context.options.identity.contact) : answer(card, 'unit', 'unknown', t('report.card.unknown'));
}

function participation(card: Card): Status {
  const { t, data, formats } = card;
  const people = data.vote.decided?.people ?? data.vote.groups.reduce((sum, group) => sum + group.people, 0);
  const counted = people > 0 ? t('report.card.voted', { people: formats.count(people), bodies: formats.count(data.stakeholders.length) }) : '';
  const text = [data.policyFacts.participation, counted].filter(Boolean).join(' ');
  return text ? answer(card, 'participation', 'yes', t('report.card.yes'), text) : answer(card, 'participation', 'unknown', t('report.card.unknown'));
}

function monitoring(card: Card): Status {
  const { t, data, formats } = card;
  const followed = data.measures.filter((measure) => indicatorOf(card, measure) !== '').length;
  const all = data.measures.length;
  if (all === 0) return said(card, 'monitoring', data.policyFacts.monitoring);
  const state = followed === all ? 'yes' : followed > 0 ? 'partly' : 'no';
  return answer(
    card,
    'monitoring',
    state,
    t('report.card.followed', { followed: formats.count(followed), all: formats.count(all) }),
    data.policyFacts.monitoring,
  );
}

function review(card: Card): Status {
  const { t, data, formats } = card;
  const { lastReviewOn, nextReviewOn } = data.policyFacts;
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formats.day(text) : text);
  if (!lastReviewOn && !nextReviewOn) return answer(card, 'review', 'unknown', t('report.card.unknown'));
  const next = nextReviewOn ? t('report.card.nextReview', { day: day(nextReviewOn) }) : '';
  return answer(card, 'review', lastReviewOn ? 'yes' : 'no', lastReviewOn ? day(lastReviewOn) : t('report.card.noReview'), next);
}

function planFigures({ t, data, formats }: Card): Block {
  const supported = data.findings.filter((finding) => finding.support === 'supported').length;
  return {
    kind: 'key-figures',
    items: [
      {
        value: formats.count(data.findings.length),
        label: t('report.summary.findings'),
        note: t('report.summary.supported', { number: formats.count(supported) }),
      },
      { value: formats.count(data.objectives.length), label: t('report.card.objectives'), note: '' },
      {
        value: formats.count(data.measures.length),
        label: t('report.card.measures'),
        note: t('report.card.withOwner', { number: formats.count(data.measures.filter(({ ownerId }) => ownerId !== null).length) }),
      },
    ],
  };
}
