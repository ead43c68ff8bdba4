import { unzipSync } from 'fflate';
import { steadyOffice, steadyZip } from '../steady-zip.ts';

interface Made {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Slides with bytes that follow from what they say: fixed times (in the tables behind the charts too), sorted entries, charts numbered in the order of the deck instead of by a
 * counter of the process. In right-to-left writing, tables and charts run from the right.
 */
export function steadyDeck(bytes: Uint8Array, made: Made, isRtl: boolean): Uint8Array {
  const parts = unzipSync(bytes);
  const numbers = chartNumbers(Object.keys(parts));
  const renamed = (text: string) =>
    text.replace(/(chart|Worksheet)(\d+)(?=\.(?:xml|xlsx))/g, (whole, kind: string, number: string) => {
      const next = numbers.get(number);
      return next === undefined ? whole : `${kind}${next}`;
    });
  const steady: Record<string, Uint8Array> = {};
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  for (const [name, content] of Object.entries(parts)) {
    if (name.endsWith('/')) continue;
    if (name.endsWith('.xlsx')) steady[renamed(name)] = steadyOffice(content, made);
    else if (/\.(xml|rels)$/.test(name)) {
      const xml = renamed(decoder.decode(content));
      const whole = name === '[Content_Types].xml' ? withoutGone(xml, parts) : withoutEmptyPoints(name, xml);
      steady[renamed(name)] = encoder.encode(isRtl ? fromTheRight(name, whole) : whole);
    } else steady[name] = content;
  }
  return steadyOffice(steadyZip(steady, made), made);
}

/** The list of parts names only those that are there: readers that look closely would offer a repair. */
function withoutGone(xml: string, parts: Readonly<Record<string, Uint8Array>>): string {
  const names = new Set(Object.keys(parts));
  const numbers = chartNumbers([...names]);
  const known = (name: string) =>
    names.has(name) || [...numbers].some(([from, to]) => name.includes(`chart${to}.xml`) && names.has(`ppt/charts/chart${from}.xml`));
  return xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, name: string) => (known(name) ? whole : ''));
}

/** A value that is not shown is no point, rather than an empty one. */
function withoutEmptyPoints(name: string, xml: string): string {
  return name.startsWith('ppt/charts/chart') ? xml.replace(/<c:pt idx="\d+"><c:v>(?:NaN)?<\/c:v><\/c:pt>/g, '') : xml;
}

function chartNumbers(names: readonly string[]): Map<string, number> {
  const found = names.flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []).map(Number);
  return new Map(found.sort((a, b) => a - b).map((number, place) => [String(number), place + 1]));
}

/** Bars grow from the right, columns follow one another to the left, tables begin on the right. */
function fromTheRight(name: string, xml: string): string {
  if (name.startsWith('ppt/slides/slide')) return xml.replace(/<a:tblPr\b(?![^>]*\brtl=)/g, '<a:tblPr rtl="1"');
  if (!name.startsWith('ppt/charts/chart')) return xml;
  const axis = /<c:barDir val="bar"\/>/.test(xml) ? 'valAx' : 'catAx';
  return xml.replace(new RegExp(`<c:${axis}>.*?</c:${axis}>`, 's'), (part) => part.replace('<c:orientation val="minMax"/>', '<c:orientation val="maxMin"/>'));
}
