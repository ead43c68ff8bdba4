import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup in which every inserted text has been escaped. */
export type Markup = HtmlEscapedString;

/** `html` of Hono, which escapes whatever is inserted but other markup; nothing of ours is inserted as a promise. */
export function markup(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  return html(strings, ...values) as Markup;
}

/** Markup of our own making: never what somebody typed. */
export const ownMarkup = (text: string): Markup => raw(text) as Markup;
export const nothing: Markup = ownMarkup('');

const encoder = new TextEncoder();
export const bytesOf = (part: Markup | string): number => encoder.encode(String(part)).length;
