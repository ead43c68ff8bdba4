import type { LivePart } from '#shared/domain/policy-text-live.ts';
import type { Block, LabelledText, TextRun } from './report-document.ts';
import { column, type ReportWriter } from './report-writer.ts';

/** Blocks of a document as parts that a screen shows and a frozen version keeps. What they lead to is left out. */
export function partsOf(blocks: readonly Block[], images: ReadonlyMap<string, string>): LivePart[] {
  return blocks.flatMap((block) => partsOfBlock(block, images));
}

function partsOfBlock(block: Block, images: ReadonlyMap<string, string>): LivePart[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return [text(block.text, block.kind === 'heading')];
    case 'quote':
    case 'missing':
      return [{ kind: block.kind, text: block.text }];
    case 'rich':
      return block.style === 'bullet' || block.style === 'numbered'
        ? [{ kind: 'list', items: [wordsOf(block.runs)], isNumbered: block.style === 'numbered' }]
        : [block.style === 'quote' ? { kind: 'quote', text: wordsOf(block.runs) } : text(wordsOf(block.runs), block.style === 'heading')];
    case 'bullets':
      return [{ kind: 'list', items: [...block.items], isNumbered: false }];
    case 'ranked':
      return [{ kind: 'list', items: block.items.map((item) => joined([item.text, item.note])), isNumbered: true }];
    case 'note':
      return [text(block.title, true), text(block.text, false)];
    case 'facts':
      return [{ kind: 'facts', items: plain(block.items) }];
    case 'key-figures':
      return [{ kind: 'facts', items: block.items.map(({ value, label, note }) => ({ label, text: joined([value, note]) })) }];
    case 'status':
      return [{ kind: 'facts', items: block.items.map((item) => ({ label: item.label, text: joined([item.stateText, item.text]) })) }];
    case 'figure':
      return [{ kind: 'figure', svg: images.get(block.image) ?? '', alt: block.alt, caption: block.caption, source: block.source }];
    case 'table':
      return [
        {
          kind: 'table',
          caption: block.caption,
          columns: block.columns.map(({ label, align }) => ({ label, isEnd: align === 'end' })),
          rows: block.rows.map((row) => [...row]),
          total: [...block.total],
          note: block.note,
        },
      ];
    case 'finding':
      return [text(`${block.number} ${block.text}`, true), text(joined([block.support, block.about]), false)];
    case 'objective':
      return [
        text(`${block.number} ${block.text}`, true),
        ...(block.restsOn.length > 0 ? [{ kind: 'facts', items: plain(block.restsOn) } as const] : []),
        ...block.measures.flatMap((measure): LivePart[] => [text(measure.title, true), { kind: 'facts', items: plain(measure.facts) }]),
      ];
    case 'source':
      return [text(block.title, true), { kind: 'facts', items: plain(block.facts) }];
    case 'signatures':
      return [{ kind: 'signatures', items: [...block.items], dateLabel: block.dateLabel }];
    case 'columns':
      return block.columns.flatMap((blocks) => partsOf(blocks, images));
    default:
      // What only forms and certificates have.
      return [];
  }
}

function text(words: string, isStrong: boolean): LivePart {
  return { kind: 'text', text: words, isStrong };
}

function wordsOf(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function plain(items: readonly LabelledText[]): { label: string; text: string }[] {
  return items.map(({ label, text: words }) => ({ label, text: words }));
}

/** A frozen part as a block again; its picture goes to those of the report. */
export function blockOfPart(writer: ReportWriter, part: LivePart): Block {
  switch (part.kind) {
    case 'text':
      return part.isStrong ? { kind: 'rich', style: 'paragraph', level: 0, runs: [{ text: part.text, isBold: true }] } : { kind: 'text', text: part.text };
    case 'list':
      return { kind: 'bullets', items: part.isNumbered ? part.items.map((item, place) => `${writer.formats.count(place + 1)}. ${item}`) : part.items };
    case 'table':
      return {
        ...{ kind: 'table', caption: part.caption, rows: part.rows, total: part.total, note: part.note },
        columns: part.columns.map(({ label, isEnd }, place) => column(label, isEnd ? 'end' : 'start', isEnd ? 0 : widthOf(part.rows, place))),
      };
    case 'figure': {
      const image = `figure-${writer.images.size + 1}.svg`;
      writer.images.set(image, part.svg);
      return { kind: 'figure', image, alt: part.alt, caption: part.caption, source: part.source };
    }
    default:
      return part;
  }
}

/** A share of the width by the longest of what stands in the column. */
function widthOf(rows: readonly (readonly string[])[], place: number): number {
  const longest = Math.max(0, ...rows.map((row) => row[place]?.length ?? 0));
  return longest <= 12 ? 0 : Math.min(4, Math.ceil(longest / 20));
}
