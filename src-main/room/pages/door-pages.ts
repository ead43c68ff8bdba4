import { ageBands, genders, standings } from '#shared/domain/workshops.ts';
import type { RoomView } from '../../engine/room/room-questions.ts';
import type { Fields } from '../form-fields.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PageParts, Reader } from './page.ts';

export type WayInProblem = 'wrong-code' | 'full' | 'wait' | 'no-code';

/** The way in: the code from the wall, and one button. */
export function wayInPage(
  { t, pictures }: Reader,
  options: { code: string; key: string; version: string; workshop: string; problem?: WayInProblem },
): PageParts {
  const { code, key, problem } = options;
  return {
    title: t('room.wayIn.title'),
    form: 'join',
    ...(problem === undefined && code === '' && { version: options.version }),
    body: markup`<h1>${t('room.wayIn.title')}</h1><p class=soft dir=auto>${options.workshop}</p>
<form method=post action="/join" id=join>${problem === undefined ? nothing : markup`<p class="note err" role=alert>${t(`room.wayIn.${problem}`)}</p>`}
<input type=hidden name=key value="${key}"><p><label>${t('room.wayIn.code')}<input class=code type=tel name=code inputmode=numeric autocomplete=off maxlength=12 value="${code}" required></label></p>
<button name=go value=in>${t('room.wayIn.enter')}</button></form><p class=soft>${pictures.drawing('people')} ${t('room.wayIn.noName')}</p>`,
  };
}

/** What people may say of themselves; saying nothing is as easy. */
export function sayWhoPage(reader: Reader, view: RoomView, fields: Fields): PageParts {
  const { t } = reader;
  const asks = new Set(view.asks);
  const attribute = (name: string, title: string, list: readonly { value: string; word: string }[]) =>
    asks.has(name) && list.length > 0 ? question(title, name, list, fields.get(name), t('room.who.unsaid')) : nothing;
  return {
    title: t('room.who.title'),
    form: 'who',
    body: markup`<h1>${t('room.who.title')}</h1><p>${t('room.who.why')}</p><form method=post action="/who" id=who>
${attribute(
  'group',
  t('room.who.group'),
  view.groups.map(({ id, name }) => ({ value: id, word: name })),
)}${attribute(
  'gender',
  t('room.who.gender'),
  genders.map((value) => ({ value, word: t(`room.who.gender.${value}`) })),
)}${attribute(
  'ageBand',
  t('room.who.ageBand'),
  ageBands.map((value) => ({ value, word: t(`room.who.ageBand.${value}`) })),
)}${attribute(
  'standing',
  t('room.who.standing'),
  standings.map((value) => ({ value, word: t(`room.who.standing.${value}`) })),
)}${attribute(
  'area',
  t('room.who.area'),
  view.areas.map(({ id, name }) => ({ value: id, word: name })),
)}<button name=go value=say>${t('room.who.say')}</button><button class=second name=go value=skip>${t('room.who.skip')}</button></form>`,
  };
}

/** More than this many answers are chosen from a list that opens. */
const mostButtons = 12;

function question(title: string, name: string, list: readonly { value: string; word: string }[], chosen: string | undefined, unsaid: string): Markup {
  if (list.length > mostButtons) {
    const options = list.map(({ value, word }) => markup`<option value="${value}"${value === chosen ? markup` selected` : nothing}>${word}`);
    return markup`<fieldset><label><b>${title}</b><select name=${name}><option value="">${unsaid}${options}</select></label></fieldset>`;
  }
  const buttons = [...list, { value: '', word: unsaid }].map(
    ({ value, word }) =>
      markup`<label><input type=radio name=${name} value="${value}"${value === (chosen ?? '') ? markup` checked` : nothing}><b dir=auto>${word}</b></label>`,
  );
  return markup`<fieldset><legend>${title}</legend><div class=col>${buttons}</div></fieldset>`;
}
