import type { RoomBallot, RoomPlaces } from '../../engine/room/room-questions.ts';
import { bytesOf, type Markup, markup, nothing, ownMarkup } from '../pages/markup.ts';
import { type BallotForm, type FormSetup, problemText, textArea } from './ballot-form.ts';
import { tapRows } from './map-taps.ts';

/** What a map with its list may weigh, styles of its own included; with the rest a page stays under 30 kB. */
const mostMapBytes = 22_000;
/** Squares from side to side, finest first: the first that is small enough is taken. */
const finenesses = [28, 24, 20, 16, 12] as const;

const fieldOf = (place: number) => `a${place}`;

export const placeForm: BallotForm<'place'> = {
  blocks: (setup) => {
    const { reader, ballot, fields, problems } = setup;
    const said = problems.map((problem) => markup`<p class="note err">${problemText(reader, problem)}</p>`);
    const note = textArea('note', reader.t('room.place.note'), longestNote, fields.get('note'));
    const map = tapMapOf(ballot, setup.places)?.map ?? nothing;
    const how = reader.t(map === nothing ? 'room.place.list' : 'room.place.tap');
    return [
      markup`<fieldset>${said}<legend>${reader.t('room.place.most', { count: ballot.settings.mostAnswers })}</legend><p class=soft>${how}</p><div class=place>${listOf(setup)}${map}</div></fieldset><fieldset>${note}</fieldset>`,
    ];
  },
  read: (ballot, fields) => ({
    kind: 'place',
    areaIds: ballot.options.flatMap(({ refId }, place) => (refId !== null && fields.has(fieldOf(place)) ? [refId] : [])).slice(0, mostTaps),
    note: fields.get('note') ?? '',
  }),
  fill: (ballot, { areaIds, note }) =>
    new Map([
      ...ballot.options.flatMap(({ refId }, place) => (refId !== null && areaIds.includes(refId) ? [[fieldOf(place), 'on'] as const] : [])),
      ...(note === '' ? [] : [['note', note] as const]),
    ]),
  given: ({ reader, ballot }, { areaIds, note }) => [
    ...ballot.options.flatMap(({ refId, text }) => (refId !== null && areaIds.includes(refId) ? [{ what: text, answer: '' }] : [])),
    ...(note === '' ? [] : [{ what: reader.t('room.place.note'), answer: note }]),
  ],
  pictures: () => [],
};
const longestNote = 600;
/** As many as an answer can carry; one more than may be tapped is told, not dropped. */
const mostTaps = 10;

/** More ticks than an answer can carry at all: known before the engine is asked. */
export function ticksOf(ballot: RoomBallot, fields: ReadonlyMap<string, string>): number {
  return ballot.options.filter((_, place) => fields.has(fieldOf(place))).length;
}

function listOf({ ballot, fields }: Pick<FormSetup, 'ballot' | 'fields'>): Markup {
  return markup`${ballot.options.map((option, place) => {
    const checked = fields.has(fieldOf(place)) ? markup` checked` : nothing;
    return markup`<input type=checkbox id=a${place} name=a${place}${checked}><label for=a${place} dir=auto>${option.text}</label>`;
  })}`;
}

interface TapMap {
  readonly map: Markup;
  readonly style: string;
}

const drawn = new WeakMap<RoomPlaces, TapMap | null>();

/** Null where there are no outlines, or they are too large for a phone's page: the list alone says the same. Drawn once for each set of outlines. */
export function tapMapOf(ballot: RoomBallot, places: RoomPlaces | null): TapMap | null {
  if (!places) return null;
  let map = drawn.get(places);
  if (map === undefined) {
    map = drawMap(ballot, places);
    drawn.set(places, map);
  }
  return map;
}

function drawMap(ballot: RoomBallot, places: RoomPlaces): TapMap | null {
  const optionOf = new Map(ballot.options.map(({ refId }, place) => [refId, place]));
  const areas = places.areas.flatMap((area) => {
    const option = optionOf.get(area.id);
    return option === undefined ? [] : [{ ...area, option }];
  });
  if (areas.length === 0) return null;
  const left = mostMapBytes - bytesOf(listOf({ ballot, fields: new Map() }));
  const paths = areas.map(({ option, path }) => `<path class=p${option} d="${path.replace(/[^MLHVZmlhvz0-9 ,.-]/g, '')}"/>`).join('');
  const numbers = areas.map(({ option, x, y }) => `<text x=${round(x)} y=${round(y)}>${option + 1}</text>`).join('');
  // A ticked area shows on the map: the drawing itself knows nothing of the boxes beside it.
  const ticked = `${areas.map(({ option }) => `#a${option}:checked~.map .p${option}`).join(',')}{fill:#0b7d88}`;
  const counted = '.place{counter-reset:p}.place>label{counter-increment:p}.place>label:before{content:counter(p) " "}';
  const shape = `.map{padding-bottom:${round((places.height / places.width) * 100)}%}.map text{font-size:${round(places.width / 30)}px}`;
  for (const text of [numbers, '']) {
    const drawing = `<svg viewBox="0 0 ${round(places.width)} ${round(places.height)}">${paths}${text}</svg>`;
    for (const columns of finenesses) {
      const taps = drawTaps({ ...places, areas }, columns);
      const map = `<div class=map aria-hidden=true>${drawing}${taps.cells}</div>`;
      const style = shape + ticked + taps.style + (text === '' ? '' : counted);
      if (map.length + style.length <= left) return { map: ownMarkup(map), style };
    }
  }
  return null;
}

function drawTaps(places: Omit<RoomPlaces, 'areas'> & { areas: readonly (RoomPlaces['areas'][number] & { option: number })[] }, columns: number) {
  const rows = tapRows(places, columns);
  const widths = [...new Set(rows.flat().map((stretch) => stretch.columns))].map((width) => `.w${width}{width:${percent(width / columns)}}`);
  const cells = rows.map((stretches) => {
    const parts = stretches.map(({ area, columns: width }) => {
      const option = area === null ? undefined : places.areas[area]?.option;
      return option === undefined ? `<i class=w${width}></i>` : `<label for=a${option} class=w${width}></label>`;
    });
    return `<p>${parts.join('')}`;
  });
  return { cells: `<div class=taps>${cells.join('')}</div>`, style: `.taps p{height:${percent(1 / rows.length)}}${widths.join('')}` };
}

const round = (value: number) => Math.round(value * 100) / 100;
/** Rounded down: stretches that together are wider than their row would break it. */
const percent = (share: number) => `${Math.floor(share * 100_000) / 1000}%`;
