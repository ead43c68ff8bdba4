import type { Ballot, BallotOption } from '#shared/domain/ballots.ts';
import { mostPerPage, type PaperAsk, pairsOf, sheetsPerPage } from '#shared/domain/paper.ts';
import { figureStyle } from '#shared/figures/figure-style.ts';
import { capOf, dotsOf } from '#shared/methods/ballot-rules.ts';
import { drawMap } from '../maps/paper-map.ts';
import type { MarkGroup, Paper, SheetBody, SheetRow } from './paper-document.ts';
import type { PaperWriter } from './paper-writer.ts';

type SheetsAsk = Extract<PaperAsk, { kind: 'ballots' }>;
const levels = [1, 2, 3, 4, 5] as const;
/** More dots on one option than these are written as a number. */
const mostCircles = 6;

/** The sheets of a ballot, one like the other but for their codes. */
export function writeBallotSheets(writer: PaperWriter, ask: SheetsAsk, ballot: Ballot): Paper {
  const { t } = writer.context;
  const isLarge = ask.isLargePrint ?? ballot.settings.isLargePrint;
  const most = mostPerPage(ballot, isLarge);
  const perPage = sheetsPerPage.findLast((count) => count <= Math.min(ask.perPage, most)) ?? 1;
  return writer.finish(ballot.question || t(`ballots.kind.${ballot.kind}`), {
    is: 'sheets',
    perPage,
    isLarge,
    codes: writer.data.codes,
    question: ballot.question || t(`ballots.kind.${ballot.kind}`),
    help: ballot.help,
    how: howTo(writer, ballot),
    groupLabel: writer.data.groups.length > 0 && ballot.kind !== 'statement' ? t('paper.group') : '',
    codeLabel: t('paper.sheet'),
    foot: [writer.foot(), ballot.round > 1 ? t('paper.round', { number: ballot.round }) : ''].filter(Boolean).join(' · '),
    privacy: t('paper.noName'),
    body: bodyOf(writer, ballot),
  });
}

function howTo({ context: { t, formats } }: PaperWriter, ballot: Ballot): string {
  const { settings } = ballot;
  switch (ballot.kind) {
    case 'dots': {
      const [dots, cap] = [dotsOf(ballot), capOf(ballot)];
      const params = { count: dots, dots: formats.count(dots), cap: formats.count(cap) };
      if (cap > mostCircles) return t('paper.how.dotsNumber', params);
      return cap < dots ? t('paper.how.dotsCap', params) : t('paper.how.dots', params);
    }
    case 'ranking':
      return t('paper.how.ranking', { last: formats.count(ballot.options.length) });
    case 'rating':
      return settings.times.length > 1 ? t('paper.how.ratingTimes') : t('paper.how.rating');
    case 'place':
      return t('paper.how.place', { count: settings.mostAnswers, most: formats.count(settings.mostAnswers) });
    case 'statement':
      return t('paper.how.statement', { count: settings.mostAnswers, most: formats.count(settings.mostAnswers) });
    default:
      return t(`paper.how.${ballot.kind}`);
  }
}

export function rowsOf(writer: PaperWriter, ballot: Ballot): SheetRow[] {
  return ballot.options.map((option, place) => ({
    number: writer.context.formats.count(place + 1),
    text: option.text,
    picture: option.picture ? writer.picture(option.picture) : '',
  }));
}

/** Columns of the five levels, with the faces of the phones. */
function levelGroup(writer: PaperWriter, scale: Ballot['settings']['scale'], head: { title: string; picture: string }): MarkGroup {
  const { t } = writer.context;
  return {
    ...head,
    columns: levels.map((level) => ({ label: t(`ballots.scale.${scale}.${level}`), picture: scale === 'much' ? '' : writer.picture(`face-${level}`) })),
  };
}

/** The groups of marks beside every option: one of five levels, or one for the day and one for the night, or one for each dimension. */
export function markGroups(writer: PaperWriter, ballot: Ballot): readonly MarkGroup[] {
  const { t, formats } = writer.context;
  const { settings, kind } = ballot;
  if (kind === 'rating' && settings.times.length > 0)
    return settings.times.map((time) =>
      levelGroup(writer, settings.scale, { title: t(`ballots.time.${time}`), picture: writer.picture(time === 'day' ? 'sun' : 'moon') }),
    );
  if (kind === 'grid')
    return settings.dimensions.map((dimension) => ({
      title: t(`ballots.dimension.${dimension}`),
      picture: '',
      columns: levels.map((level) => ({ label: formats.count(level), picture: '' })),
    }));
  return [levelGroup(writer, kind === 'agree' ? 'agree' : settings.scale, { title: '', picture: '' })];
}

function bodyOf(writer: PaperWriter, ballot: Ballot): SheetBody {
  const { t, formats } = writer.context;
  switch (ballot.kind) {
    case 'dots': {
      const cap = capOf(ballot);
      const columns = Array.from({ length: cap > mostCircles ? 1 : cap }, () => ({ label: '', picture: '' }));
      const group = { title: '', picture: '', columns };
      return { is: 'rows', shape: cap > mostCircles ? 'wide-box' : 'circle', groups: [group], rows: rowsOf(writer, ballot), reason: '' };
    }
    case 'ranking': {
      const group = { title: '', picture: '', columns: [{ label: t('paper.place'), picture: '' }] };
      return { is: 'rows', shape: 'wide-box', groups: [group], rows: rowsOf(writer, ballot), reason: '' };
    }
    case 'rating':
    case 'grid':
    case 'agree':
      return {
        is: 'rows',
        shape: 'box',
        groups: markGroups(writer, ballot),
        rows: rowsOf(writer, ballot),
        reason: ballot.kind === 'agree' && ballot.settings.hasReasons ? t('paper.why') : '',
      };
    case 'statement':
      return { is: 'lines' };
    case 'pairwise':
      return {
        is: 'pairs',
        columns: ['much', 'more', 'same', 'more', 'much'].map((word) => t(`ballots.pair.${word as 'much' | 'more' | 'same'}`)),
        pairs: pairsOf(ballot.options).map(({ first, second }, place) => ({ number: formats.count(place + 1), first: first.text, second: second.text })),
      };
    case 'place':
      return placeBody(writer, ballot);
    case 'quiz':
      return { is: 'questions', items: ballot.options.map((option, place) => questionOf(writer, option, formats.count(place + 1))) };
  }
}

function questionOf(writer: PaperWriter, option: BallotOption, number: string) {
  const { t } = writer.context;
  const type = option.quiz?.type ?? 'level';
  const shape = 'box' as const;
  if (type === 'text') return { number, text: option.text, shape, choices: [], lines: 3 };
  if (type === 'choice') return { number, text: option.text, shape, choices: (option.quiz?.choices ?? []).map((label) => ({ label, picture: '' })), lines: 0 };
  if (type === 'yes-no')
    return { number, text: option.text, shape, choices: [t('ballots.yes'), t('ballots.no')].map((label) => ({ label, picture: '' })), lines: 0 };
  return {
    number,
    text: option.text,
    shape,
    choices: levels.map((level) => ({ label: t(`ballots.scale.good.${level}`), picture: writer.picture(`face-${level}`) })),
    lines: 0,
  };
}

function placeBody(writer: PaperWriter, ballot: Ballot): SheetBody {
  const { context, data } = writer;
  const { t, formats } = context;
  const shown = ballot.options.flatMap(({ refId, text }, place) => (refId ? [{ id: refId, text, number: formats.count(place + 1) }] : []));
  const areas = shown.length > 0 ? shown : data.areas.map((area, place) => ({ id: area.id, text: area.name, number: formats.count(place + 1) }));
  const ids = new Set(areas.map(({ id }) => id));
  const features = data.boundaries.filter((feature) => ids.has(feature.properties.areaId));
  const image =
    features.length === 0
      ? ''
      : writer.addSvg(
          'areas.svg',
          drawMap({
            features,
            areas: new Map(areas.map(({ id, number }) => [id, { colour: '#ffffff', label: number }])),
            legend: [],
            legendTitle: '',
            kilometres: (length) =>
              length < 1 ? t('map.metres', { length: formats.count(length * 1000) }) : t('map.kilometres', { length: formats.count(length) }),
            style: { ...figureStyle('print'), fontSize: 15 },
            direction: context.direction,
            width: 520,
            tallest: 480,
            resourcesFolder: context.resourcesFolder,
          }),
        );
  return {
    is: 'map',
    image,
    alt: t('paper.mapAlt', { count: areas.length }),
    areas: areas.map(({ number, text }) => ({ number, name: text })),
    note: t('paper.placeNote'),
    boxes: t('paper.placeNumbers'),
    count: ballot.settings.mostAnswers,
  };
}
