import type { ClassMethod, MapFigure, MapFigureInput, MapNumbers, MapValue } from '../domain/maps.ts';
import type { Formats } from '../i18n/formats.ts';
import { classBreaks, classOf, manualBreaks, type ValueClass } from '../methods/class-breaks.ts';
import { divergingColours } from './figure-style.ts';

/** How a shape is filled: a class of the scale, `none` (no figure, hatched), `hidden` (to protect people, dotted) or `plain` (places only). */
export type MapFill = number | 'none' | 'hidden' | 'plain';

export interface ReadPanel {
  readonly title: string;
  readonly values: ReadonlyMap<string, MapValue>;
}

/** A map's classes and what is common to its panels; the same on screen and on paper. */
export interface ReadMap {
  readonly classes: readonly ValueClass[];
  readonly panels: readonly ReadPanel[];
  readonly hasValues: boolean;
  /** Classes under, at and over the middle of a diverging scale; null for a sequential one. */
  readonly sides: { readonly below: number; readonly hasMiddle: boolean; readonly above: number } | null;
  /** Largest value of all panels, for the circles; 0 without any. */
  readonly largest: number;
  readonly fillOf: (panel: ReadPanel, id: string) => MapFill;
  readonly format: (value: number) => string;
  /** Whether a shape of these lacks a figure or has a hidden one. */
  readonly gaps: (ids: readonly string[]) => { none: boolean; hidden: boolean; reason: string | null };
}

export interface MapLegendEntry {
  /** Null for the two patterns. */
  readonly colour: string | null;
  readonly pattern: 'none' | 'hidden' | null;
  readonly label: string;
}

export function readMap(map: MapFigure, formats: Formats): ReadMap {
  const panels = map.panels.map(({ title, values }) => ({ title, values: new Map(values.map((entry) => [entry.id, entry])) }));
  const known = map.panels.flatMap((panel) => panel.values.flatMap(({ value, isHidden }) => (value === null || isHidden ? [] : [value])));
  const hasValues = map.panels.some((panel) => panel.values.length > 0);
  const { classes, sides } = map.kind === 'symbols' ? { classes: [], sides: null } : classesOf(map, known);
  return {
    classes,
    sides,
    panels,
    hasValues,
    largest: known.reduce((most, value) => Math.max(most, value), 0),
    fillOf: (panel, id) => fillOf(map, hasValues, classes, panel.values.get(id)),
    format: valueFormat(map.numbers, known, formats),
    gaps: (ids) => gapsOf(panels, hasValues, ids),
  };
}

function fillOf(map: MapFigure, hasValues: boolean, classes: readonly ValueClass[], entry: MapValue | undefined): MapFill {
  if (!hasValues) return 'plain';
  if (entry?.isHidden) return 'hidden';
  if (entry === undefined || entry.value === null) return 'none';
  return map.kind === 'symbols' ? 'plain' : (classOf(entry.value, classes) ?? 'none');
}

function classesOf(map: MapFigure, values: readonly number[]): Pick<ReadMap, 'classes' | 'sides'> {
  const method = map.classes?.method ?? 'fitting';
  const count = map.classes?.count ?? 5;
  const cut = (part: readonly number[], wanted: number) =>
    method === 'manual' ? manualBreaks(part, map.classes?.limits ?? []) : classBreaks(part, wanted, method);
  if (map.scale !== 'diverging') return { classes: cut(values, count), sides: null };
  const middle = map.middle ?? 0;
  if (method === 'manual') {
    const classes = cut(values, count);
    const below = classes.filter((entry) => entry.to <= middle).length;
    return { classes, sides: { below, hasMiddle: false, above: classes.length - below } };
  }
  const perSide = Math.max(1, Math.floor(count / 2));
  const below = cut(
    values.filter((value) => value < middle),
    perSide,
  );
  const at = cut(
    values.filter((value) => value === middle),
    1,
  );
  const above = cut(
    values.filter((value) => value > middle),
    perSide,
  );
  return { classes: [...below, ...at, ...above], sides: { below: below.length, hasMiddle: at.length > 0, above: above.length } };
}

/** One colour a class, low to high. On a sequential scale the palest step stays out while it is not needed: it hardly parts from the paper. */
export function mapColours(read: Pick<ReadMap, 'classes' | 'sides'>, palette: { sequential: readonly string[]; diverging: readonly string[] }): string[] {
  if (read.sides) return divergingColours(palette.diverging, read.sides);
  const { sequential } = palette;
  const count = read.classes.length;
  const last = sequential.length - 1;
  if (count <= 1) return [sequential[Math.round(last * 0.6)] ?? ''];
  const first = count >= sequential.length ? 0 : 1;
  return Array.from({ length: count }, (_, place) => sequential[Math.round(first + (place * (last - first)) / (count - 1))] ?? '');
}

/** The legend's rows: a range a class, then the patterns that occur among the shapes drawn. */
export function mapLegend(read: ReadMap, colours: readonly string[], ids: readonly string[], words: { none: string; hidden: string }): MapLegendEntry[] {
  const gaps = read.gaps(ids);
  return [
    ...read.classes.map(({ from, to }, place) => ({ colour: colours[place] ?? null, pattern: null, label: rangeText(read.format(from), read.format(to)) })),
    ...(gaps.none ? [{ colour: null, pattern: 'none' as const, label: gaps.reason ?? words.none }] : []),
    ...(gaps.hidden ? [{ colour: null, pattern: 'hidden' as const, label: words.hidden }] : []),
  ];
}

function rangeText(from: string, to: string): string {
  return from === to ? from : `${from} – ${to}`;
}

/** The reason is told in the legend where it is the same for every shape without a figure. */
function gapsOf(panels: readonly ReadPanel[], hasValues: boolean, ids: readonly string[]): ReturnType<ReadMap['gaps']> {
  if (!hasValues) return { none: false, hidden: false, reason: null };
  let hidden = false;
  const reasons = new Set<string>();
  for (const panel of panels) {
    for (const id of ids) {
      const entry = panel.values.get(id);
      if (entry?.isHidden) hidden = true;
      else if (entry === undefined || entry.value === null) reasons.add(entry?.reason ?? '');
    }
  }
  const [reason = ''] = reasons;
  return { none: reasons.size > 0, hidden, reason: reasons.size === 1 && reason !== '' ? reason : null };
}

/** Decimals that keep the figures apart without false precision, unless the map says how its numbers are written. */
function valueFormat(numbers: MapNumbers | undefined, values: readonly number[], formats: Formats): (value: number) => string {
  if (numbers?.style === 'percent') return (value) => formats.percent(value, numbers.digits ?? 0);
  if (numbers?.style === 'count') return (value) => formats.count(value);
  const digits = numbers?.digits ?? digitsFor(values);
  return (value) => formats.decimal(value, digits);
}

function digitsFor(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (values.every(Number.isInteger)) return 0;
  return largest >= 100 ? 0 : largest >= 1 ? 1 : 3;
}

/** Radius of a circle whose surface is in proportion to the value; `most` is that of the largest. */
export function circleRadius(value: number, largest: number, most: number): number {
  return value > 0 && largest > 0 ? most * Math.sqrt(Math.min(value, largest) / largest) : 0;
}

/** Up to three round values for the legend of circles, largest first, none larger than the largest value. */
export function circleLegend(largest: number): number[] {
  if (!(largest > 0)) return [];
  const top = roundDown(largest);
  return [...new Set([top, roundDown(top / 4), roundDown(top / 20)])].filter((value) => value > 0 && (largest < 1 || value >= 1));
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((step) => step * power <= value * (1 + 1e-9)) ?? 1) * power;
}

/** A map as a screen describes it with everything filled in; `method` is the reader's own choice of classes. */
export function completeMap(map: MapFigureInput, method: ClassMethod | null = null): MapFigure {
  const classes = {
    method: method ?? map.classes?.method ?? 'fitting',
    count: map.classes?.count ?? 5,
    ...(map.classes?.limits ? { limits: map.classes.limits } : {}),
  };
  return { ...map, scale: map.scale ?? 'sequential', classes, panels: map.panels.map((panel) => ({ ...panel, title: panel.title ?? '' })) };
}
