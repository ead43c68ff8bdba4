import type { Block, LabelledText, Report, Section, TextRun } from './report-document.ts';

/** Takes back links to places that the document does not have (a chapter that was left out), and a second place of the same name. */
export function withWholeLinks(report: Report): Report {
  const places = new Set<string>();
  const named = report.document.sections.map((section) => nameOnce(section, places));
  return {
    ...report,
    document: { ...report.document, sections: named.map((section) => ({ ...section, blocks: section.blocks.map((block) => cut(block, places)) })) },
  };
}

type Anchor = string | undefined;

function nameOnce(section: Section, places: Set<string>): Section {
  const once = (anchor: Anchor): string | undefined => {
    if (!anchor || places.has(anchor)) return undefined;
    places.add(anchor);
    return anchor;
  };
  const anchored = <Thing extends { readonly anchor?: string }>(thing: Thing): Thing => {
    if (thing.anchor === undefined) return thing;
    const anchor = once(thing.anchor);
    if (anchor !== undefined) return thing;
    const { anchor: _again, ...rest } = thing;
    return rest as Thing;
  };
  const nameBlock = (block: Block): Block => {
    const own = anchored(block);
    if (own.kind === 'columns') return { ...own, columns: own.columns.map((column) => column.map(nameBlock)) };
    if (own.kind === 'objective') return { ...own, measures: own.measures.map(anchored) };
    if (own.kind === 'finding') return { ...own, evidence: own.evidence.map(anchored) };
    if (own.kind === 'table' && own.rowAnchors) return { ...own, rowAnchors: own.rowAnchors.map((anchor) => once(anchor) ?? '') };
    return own;
  };
  return anchored({ ...section, blocks: section.blocks.map(nameBlock) });
}

type SourceBlock = Extract<Block, { kind: 'source' }>;

/** A document lists only what stands in it; what lies between the links are separators. */
function withOwnCarries(block: SourceBlock, places: ReadonlySet<string>): SourceBlock {
  const separator = block.carries.find(({ to }) => to === undefined) ?? { text: ', ' };
  const here = block.carries.filter(({ to }) => to !== undefined && places.has(to));
  if (here.length === 0) return { ...block, carriesLabel: '', carries: block.empty ? [{ text: block.empty }] : [] };
  return { ...block, carries: here.flatMap((run, place) => (place === 0 ? [run] : [separator, run])) };
}

function cut(block: Block, places: ReadonlySet<string>): Block {
  const linked = <Thing extends { readonly to?: string }>(thing: Thing): Thing => {
    if (thing.to === undefined || places.has(thing.to)) return thing;
    const { to: _gone, ...rest } = thing;
    return rest as Thing;
  };
  const facts = (items: readonly LabelledText[]) => items.map(linked);
  const runs = (items: readonly TextRun[]) => items.map(linked);
  switch (block.kind) {
    case 'rich':
      return { ...block, runs: runs(block.runs) };
    case 'facts':
      return { ...block, items: facts(block.items) };
    case 'ranked':
      return { ...block, items: block.items.map(linked) };
    case 'table':
      return block.links ? { ...block, links: block.links.filter(({ to }) => places.has(to)) } : block;
    case 'source':
      return withOwnCarries({ ...block, facts: facts(block.facts) }, places);
    case 'finding':
      return { ...block, evidence: block.evidence.map(linked), ...(block.carries ? { carries: runs(block.carries) } : {}) };
    case 'objective':
      return { ...block, restsOn: facts(block.restsOn), measures: block.measures.map((measure) => ({ ...measure, facts: facts(measure.facts) })) };
    case 'columns':
      return { ...block, columns: block.columns.map((column) => column.map((part) => cut(part, places))) };
    default:
      return block;
  }
}
