import { randomBytes } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createFormats, type Formats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { listLanguages, loadTranslate } from '../engine/i18n/load-texts.ts';
import type { RoomQuestionName, RoomQuestions, RoomView } from '../engine/room/room-questions.ts';
import { type Fields, readFields } from './form-fields.ts';
import type { PageParts, Reader } from './pages/page.ts';
import { Pictures } from './pages/pictures.ts';

/** What a request carries of whoever sent it. */
export interface Guest {
  readonly seat: string | null;
  readonly address: string;
  /** Chosen on this phone; null: as the browser or the room has it. */
  readonly language: string | null;
  readonly isLarge: boolean;
}

/** One request under way: who asks, what the room is, what was filled in. */
export interface Visit {
  readonly context: Context;
  readonly guest: Guest;
  readonly view: RoomView;
  readonly fields: Fields;
}

/** What visits need of the room: its answers, its pages, and in which language somebody reads. */
export interface VisitDesk {
  ask<Name extends RoomQuestionName>(name: Name, ask: RoomQuestions[Name]['ask']): Promise<RoomQuestions[Name]['answer']>;
  show(visit: Visit, parts: (reader: Reader) => PageParts, status: PageStatus): Response;
  languageOf(visit: Visit): string;
}

export type PageStatus = 200 | 403 | 404 | 409 | 410 | 413 | 429 | 503;

const seatShape = /^[\w.~-]{8,200}$/;
/** Of a workshop of several days. */
const cookieSeconds = 4 * 24 * 3_600;
const cookie = { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: cookieSeconds } as const;

export function guestOf(context: Context): Guest {
  const seat = getCookie(context, 'seat');
  const [language = '', print] = (getCookie(context, 'look') ?? '').split('.');
  return {
    seat: seat !== undefined && seatShape.test(seat) ? seat : null,
    address: addressOf(context),
    language: /^[a-z]{2,3}$/.test(language) ? language : null,
    isLarge: print === 'large',
  };
}

function addressOf(context: Context): string {
  // Without a server (a page made in a test) there is no connection to ask.
  return context.env?.incoming ? (getConnInfo(context).remote.address ?? '') : '';
}

/** Host only, because the room is plain http on a local address: no `Secure`. */
export function giveSeat(context: Context, seat: string): void {
  setCookie(context, 'seat', seat, cookie);
}

/** Follows a press on a language or on large print; null where none was pressed. */
export function changeLook(context: Context, guest: Guest, go: string | undefined): Guest | null {
  const [, kind, value = ''] = /^(language|print)-([a-z]{2,5})$/.exec(go ?? '') ?? [];
  if (kind === undefined) return null;
  const changed = kind === 'language' ? { ...guest, language: value } : { ...guest, isLarge: value === 'large' };
  setCookie(context, 'look', `${changed.language ?? ''}.${changed.isLarge ? 'large' : ''}`, cookie);
  return changed;
}

/** The fields of a form that was sent; null for a body of another kind. */
export async function formOfRequest(context: Context): Promise<Fields | null> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(context.req.header('content-type') ?? '')) return null;
  return readFields(await context.req.text());
}

/** Made here and not on the phone, whose browser may lack the means. */
export const newKey = () => randomBytes(16).toString('base64url');
export const isKey = (key: string | undefined): key is string => key !== undefined && /^[\w-]{22}$/.test(key);

/** Languages, words and pictures of pages, made once each. */
export class ReaderDesk {
  readonly #resources: string;
  readonly #known: readonly string[];
  readonly #pictures: Pictures;
  readonly #voices = new Map<string, { t: Translate; formats: Formats }>();
  /** As they were when the engine was last heard: pages go on speaking while it is away. */
  #last: Pick<RoomView, 'cityName' | 'languages'> = { cityName: '', languages: [] };

  constructor(resources: string) {
    this.#resources = resources;
    this.#known = listLanguages(resources);
    this.#pictures = new Pictures(resources);
  }

  readerFor(context: Context, guest: Guest, view: RoomView | null): Reader {
    if (view && view.state !== 'closed') this.#last = { cityName: view.cityName, languages: view.languages };
    const offered = this.#last.languages.filter((language) => this.#known.includes(language));
    const languages = offered.length === 0 ? this.#known : offered;
    const wishes = [guest.language, view && view.number !== null ? view.language : null, ...wishesOf(context.req.header('accept-language'))];
    const language = wishes.find((wish) => wish !== null && languages.includes(wish)) ?? languages[0] ?? 'en';
    return {
      ...this.#voice(language),
      language,
      languages: languages.map((code) => ({ code, name: this.#voice(code).t('language.name') })),
      isLarge: guest.isLarge,
      pictures: this.#pictures,
      cityName: this.#last.cityName,
      number: view?.number ?? null,
    };
  }

  #voice(language: string): { t: Translate; formats: Formats } {
    let voice = this.#voices.get(language);
    if (!voice) {
      voice = { t: loadTranslate(this.#resources, language), formats: createFormats(language) };
      this.#voices.set(language, voice);
    }
    return voice;
  }
}

/** Languages a browser asks for, best first; what they are worth is left aside, browsers send them in order. */
function wishesOf(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((wish) => wish.trim().toLowerCase().split(/[-_;]/)[0] ?? '');
}
