import { diffArrays } from 'diff';
import * as Y from 'yjs';
import type { RichMark, RichNode } from '#shared/domain/rich-text.ts';
import { alignInOrder } from './align-in-order.ts';
import { rewrittenPhrases } from './rewritten-phrases.ts';

type Parent = Y.XmlFragment | Y.XmlElement;
type Child = Y.XmlElement | Y.XmlText;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** A child as editors bind it: an element, or a run of text with its looks. */
type Unit = { readonly kind: 'element'; readonly node: RichNode } | { readonly kind: 'text'; readonly runs: readonly RichNode[] };

/** What stands in a document's rich text, in the shape that editors know (elements by name, stretches of text with marks). */
export function readTree(parent: Parent): RichNode[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return readRuns(child);
    if (!(child instanceof Y.XmlElement)) return [];
    const attrs = child.getAttributes() as Attributes;
    const content = readTree(child);
    return [{ type: child.nodeName, ...(Object.keys(attrs).length > 0 && { attrs }), ...(content.length > 0 && { content }) }];
  });
}

/**
 * Brings rich text to what `nodes` say and leaves alone what is the same: equal elements stay, elements of one kind in the same place are gone
 * into, and in their words only what differs is written. Places that comments hold on to stay with words that stay.
 */
export function writeTree(parent: Parent, nodes: readonly RichNode[]): void {
  const present = parent.toArray().filter((child): child is Child => child instanceof Y.XmlElement || child instanceof Y.XmlText);
  const wanted = unitsOf(nodes);
  let index = 0;
  let removed: Child[] = [];
  let added: Unit[] = [];
  const settle = () => {
    index = rewrite(parent, index, removed, added);
    removed = [];
    added = [];
  };
  let [old, next] = [0, 0];
  for (const part of diffArrays(present.map(nameOfChild), wanted.map(nameOfUnit))) {
    if (part.removed) removed.push(...present.slice(old, old + part.value.length));
    else if (part.added) added.push(...wanted.slice(next, next + part.value.length));
    else {
      settle();
      index += part.value.length;
    }
    if (!part.added) old += part.value.length;
    if (!part.removed) next += part.value.length;
  }
  settle();
}

/** Replaces children from `index` on; returns the index after the new ones. */
function rewrite(parent: Parent, index: number, removed: readonly Child[], added: readonly Unit[]): number {
  const partners = alignInOrder(removed, added, (child, unit) => (isOfOneKind(child, unit) ? likeness(child, unit) : null));
  let place = index;
  let old = 0;
  for (const [next, unit] of added.entries()) {
    const partner = partners.get(next);
    // What stood before the partner has no counterpart in the new text.
    for (; partner !== undefined && old < partner; old += 1) place = remove(parent, place, removed[old] as Child);
    if (partner === undefined) parent.insert(place, [make(unit)]);
    else {
      change(removed[partner] as Child, unit);
      old = partner + 1;
    }
    place += 1;
  }
  for (; old < removed.length; old += 1) place = remove(parent, place, removed[old] as Child);
  return place;
}

/** How much of what either says the other says, too: 0 to 1, and a little for being of one kind. */
function likeness(child: Child, unit: Unit): number {
  const [mine, theirs] = [
    wordSet(child instanceof Y.XmlText ? readRuns(child) : readTree(child)),
    wordSet(unit.kind === 'text' ? unit.runs : (unit.node.content ?? [])),
  ];
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  return 0.01 + (2 * shared) / Math.max(1, mine.size + theirs.size);
}

function wordSet(nodes: readonly RichNode[]): Set<string> {
  const words = new Set<string>();
  for (const { text, content } of nodes) {
    for (const word of (text ?? '').split(/\s+/)) if (word !== '') words.add(word);
    for (const word of wordSet(content ?? [])) words.add(word);
  }
  return words;
}

function remove(parent: Parent, place: number, child: Child): number {
  // Words that others write into this stretch meanwhile have a place as long as the stretch itself is there.
  if (child instanceof Y.XmlText) {
    child.delete(0, child.length);
    return place + 1;
  }
  parent.delete(place, 1);
  return place;
}

function isOfOneKind(child: Child, unit: Unit): boolean {
  return unit.kind === 'text' ? child instanceof Y.XmlText : child instanceof Y.XmlElement && child.nodeName === unit.node.type;
}

function change(child: Child, unit: Unit): void {
  if (child instanceof Y.XmlText) {
    if (unit.kind === 'text') writeRuns(child, unit.runs);
    return;
  }
  if (unit.kind !== 'element') return;
  const attrs = unit.node.attrs ?? {};
  for (const name of Object.keys(child.getAttributes())) if (attrs[name] === undefined || attrs[name] === null) child.removeAttribute(name);
  setAttributes(child, attrs);
  writeTree(child, unit.node.content ?? []);
}

function make(unit: Unit): Child {
  if (unit.kind === 'text') {
    const text = new Y.XmlText();
    text.applyDelta(unit.runs.map((run) => ({ insert: run.text ?? '', attributes: looksOf(run) })));
    return text;
  }
  const element: OpenElement = new Y.XmlElement(unit.node.type);
  for (const [name, value] of Object.entries(unit.node.attrs ?? {})) if (value !== null) element.setAttribute(name, value);
  const units = unitsOf(unit.node.content ?? []);
  if (units.length > 0) element.insert(0, units.map(make));
  return element as Y.XmlElement;
}

/** Editors keep numbers as numbers; the library's own types know texts only. */
type OpenElement = Y.XmlElement<Record<string, string | number | boolean>>;

function setAttributes(element: Y.XmlElement, attrs: Attributes): void {
  const open = element as OpenElement;
  for (const [name, value] of Object.entries(attrs)) if (value !== null && open.getAttribute(name) !== value) open.setAttribute(name, value);
}

function unitsOf(nodes: readonly RichNode[]): Unit[] {
  const units: Unit[] = [];
  for (const node of nodes) {
    if (node.type !== 'text') {
      units.push({ kind: 'element', node });
      continue;
    }
    if (!node.text) continue;
    const last = units.at(-1);
    if (last?.kind === 'text') units[units.length - 1] = { kind: 'text', runs: [...last.runs, node] };
    else units.push({ kind: 'text', runs: [node] });
  }
  return units;
}

type Looks = Record<string, Record<string, unknown>>;

function looksOf({ marks }: RichNode): Looks {
  return Object.fromEntries((marks ?? []).map(({ type, attrs }) => [type, { ...attrs }]));
}

function readRuns(text: Y.XmlText): RichNode[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Looks }[];
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string' || insert === '') return [];
    const marks: RichMark[] = Object.entries(attributes ?? {}).map(([type, attrs]) => ({
      type: type.replace(/--.*$/, ''),
      ...(Object.keys(attrs ?? {}).length > 0 && { attrs: attrs as RichMark['attrs'] }),
    }));
    return [{ type: 'text', text: insert, ...(marks.length > 0 && { marks: marks.sort((a, b) => (a.type < b.type ? -1 : 1)) }) }];
  });
}

function writeRuns(text: Y.XmlText, runs: readonly RichNode[]): void {
  let position = 0;
  const wanted = runs.map((run) => run.text ?? '').join('');
  for (const { kept, removed, added } of rewrittenPhrases(wordsIn(text), wanted)) {
    position += kept.length;
    text.delete(position, removed.length);
    // Without looks of its own the library would give it those of what stands before.
    text.insert(position, added, {});
    position += added.length;
  }
  const names = new Set([...readRuns(text).flatMap((run) => Object.keys(looksOf(run))), ...runs.flatMap((run) => Object.keys(looksOf(run)))]);
  for (const name of names) setLook(text, runs, name);
}

function setLook(text: Y.XmlText, runs: readonly RichNode[], name: string): void {
  const present = lettersWith(readRuns(text), name);
  const wanted = lettersWith(runs, name);
  for (let start = 0; start < wanted.length; ) {
    let end = start + 1;
    while (end < wanted.length && wanted[end] === wanted[start]) end += 1;
    const look = wanted[start] ?? '';
    if (present.slice(start, end).some((other) => other !== look)) text.format(start, end - start, { [name]: look === '' ? null : JSON.parse(look) });
    start = end;
  }
}

/** For every letter the value of one look, as JSON; empty = without it. */
function lettersWith(runs: readonly RichNode[], name: string): string[] {
  return runs.flatMap((run) => {
    const look = looksOf(run)[name];
    return Array.from({ length: (run.text ?? '').length }, () => (look ? JSON.stringify(look) : ''));
  });
}

function wordsIn(text: Y.XmlText): string {
  return readRuns(text)
    .map((run) => run.text ?? '')
    .join('');
}

function nameOfChild(child: Child): string {
  return child instanceof Y.XmlText ? nameOfUnit({ kind: 'text', runs: readRuns(child) }) : nameOfUnit({ kind: 'element', node: readElement(child) });
}

function readElement(element: Y.XmlElement): RichNode {
  return { type: element.nodeName, attrs: element.getAttributes() as Attributes, content: readTree(element) };
}

/** Equal for what reads the same. */
function nameOfUnit(unit: Unit): string {
  return JSON.stringify(unit.kind === 'text' ? joined(unit.runs) : plain(unit.node));
}

function plain(node: RichNode): unknown {
  const attrs = Object.entries(node.attrs ?? {})
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [node.type, attrs, unitsOf(node.content ?? []).map((unit) => (unit.kind === 'text' ? joined(unit.runs) : plain(unit.node)))];
}

function joined(runs: readonly RichNode[]): unknown {
  const parts: { text: string; looks: string }[] = [];
  for (const run of runs) {
    const looks = JSON.stringify(Object.entries(looksOf(run)).sort(([a], [b]) => (a < b ? -1 : 1)));
    const last = parts.at(-1);
    if (last?.looks === looks) last.text += run.text ?? '';
    else parts.push({ text: run.text ?? '', looks });
  }
  return parts;
}
