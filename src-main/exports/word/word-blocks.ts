import { AlignmentType, BorderStyle, HeadingLevel, LineRuleType, Paragraph, type Table } from 'docx';
import type { Block, LabelledText, TextRun } from '../report/report-document.ts';
import { hex, ink, muted, rule, type WordKit } from './word-kit.ts';
import { boxTable, dataTable, gridTable } from './word-tables.ts';

export type WordPart = Paragraph | Table;

const headings = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;
const signs = { yes: '●', partly: '◐', no: '○', unknown: '–' } as const;

/** The blocks of a report as Word's own paragraphs and tables, in the order of reading. */
export function wordBlocks(kit: WordKit, blocks: readonly Block[]): WordPart[] {
  const numbering = { instance: 0, isRunning: false };
  return blocks.flatMap((block, place) => {
    const isNumbered = block.kind === 'rich' && block.style === 'numbered';
    if (isNumbered && !numbering.isRunning) {
      kit.counts.list += 1;
      numbering.instance = kit.counts.list;
    }
    numbering.isRunning = isNumbered || (numbering.isRunning && block.kind === 'rich' && block.style === 'bullet');
    return wordBlock(kit, block, numbering.instance, leadsOn(block, blocks[place + 1]));
  });
}

/** A sentence that leads to what follows stays with it, as in the PDF. */
function leadsOn(block: Block, next: Block | undefined): boolean {
  const isSentence = block.kind === 'text' || (block.kind === 'rich' && block.style === 'paragraph');
  const isList = next?.kind === 'rich' && (next.style === 'bullet' || next.style === 'numbered');
  return isSentence && next !== undefined && (isList || ['bullets', 'table', 'ranked', 'figure', 'facts', 'objective', 'finding'].includes(next.kind));
}

function wordBlock(kit: WordKit, block: Block, list: number, keepNext: boolean): WordPart[] {
  const { anchor } = block;
  const at = anchor === undefined ? {} : { anchor };
  switch (block.kind) {
    case 'heading':
      return [kit.paragraph(block.text, { heading: HeadingLevel.HEADING_2, ...at })];
    case 'text':
      return [kit.paragraph(block.text, { keepNext, ...at })];
    case 'quote':
      return [kit.paragraph(block.text, { style: 'Quotation', ...at })];
    case 'rich':
      return rich(kit, block, list, keepNext);
    case 'bullets':
      return block.items.map((item, place) => kit.paragraph(item, { numbering: { reference: 'bulleted', level: 0 }, ...(place === 0 ? at : {}) }));
    case 'missing':
      return [kit.paragraph(block.text, { style: 'Missing', ...at })];
    case 'note':
      return [
        boxTable(kit, [
          ...(block.title ? [kit.paragraph(block.title, { look: { bold: true }, keepNext: true, ...at })] : []),
          kit.paragraph(block.text, { style: 'Small', ...(block.title ? {} : at) }),
        ]),
        gap(),
      ];
    case 'key-figures':
      return [
        gridTable(
          kit,
          block.items.map((item) => [
            kit.paragraph(item.value, { look: { bold: true, size: 36, color: hex(kit.look.accent) }, spacing: { after: 0 } }),
            kit.paragraph(item.label, { look: { bold: true }, spacing: { after: 0 } }),
            kit.paragraph(item.note, { style: 'Small' }),
          ]),
          Math.min(3, Math.max(1, block.items.length)),
        ),
        gap(),
      ];
    case 'facts':
      return [...facts(kit, block.items, anchor)];
    case 'figure':
      return figure(kit, block);
    case 'table':
      return dataTable(kit, block);
    case 'finding':
      return finding(kit, block);
    case 'objective':
      return objective(kit, block);
    case 'ranked':
      return block.items.flatMap((item, place) => [
        kit.paragraph(
          [
            { text: `${item.mark}  `, isBold: true },
            { text: item.text, isBold: true, ...(item.to === undefined ? {} : { to: item.to }) },
          ],
          {
            spacing: { after: item.note ? 20 : 100 },
            keepNext: item.note !== '',
            ...(place === 0 ? at : {}),
          },
        ),
        ...(item.note ? [kit.paragraph(item.note, { style: 'Small', indent: { start: 340 } })] : []),
      ]);
    case 'source':
      return [
        kit.paragraph(block.title, { heading: HeadingLevel.HEADING_3, ...at }),
        ...facts(kit, block.facts),
        ...(block.carries.length > 0 ? [kit.paragraph(listed(block.carriesLabel, block.carries), { style: 'Small' })] : []),
      ];
    case 'signatures':
      return signatures(kit, block.items, block.dateLabel);
    case 'columns':
      return [
        gridTable(
          kit,
          block.columns.map((part) => wordBlocks(kit, part)),
          Math.max(1, block.columns.length),
        ),
        gap(),
      ];
    case 'status':
      return [
        gridTable(
          kit,
          block.items.map((item) => [
            kit.paragraph([{ text: `${signs[item.state]} ${item.label}`, isBold: true }, { text: ` – ${item.stateText}` }], { spacing: { after: 20 } }),
            kit.paragraph(item.text, { style: 'Small' }),
          ]),
          2,
        ),
        gap(),
      ];
    case 'lines':
      return [
        kit.paragraph(block.label, { look: { bold: true }, keepNext: true, ...at }),
        ...Array.from(
          { length: block.count },
          () => new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: rule, space: 1 } }, spacing: { before: 200 } }),
        ),
      ];
    case 'certificate':
      return certificate(kit, block);
    default:
      return block satisfies never;
  }
}

const gap = () => new Paragraph({ spacing: { before: 0, after: 80, line: 120, lineRule: LineRuleType.AUTO }, children: [] });

function rich(kit: WordKit, block: Extract<Block, { kind: 'rich' }>, list: number, keepNext: boolean): WordPart[] {
  const at = block.anchor === undefined ? {} : { anchor: block.anchor };
  const level = Math.min(2, Math.max(0, block.level));
  if (block.style === 'heading')
    return [kit.paragraph(block.runs, { heading: headings[Math.max(0, Math.min(2, block.level - 1))] ?? HeadingLevel.HEADING_4, ...at })];
  if (block.style === 'quote') return [kit.paragraph(block.runs, { style: 'Quotation', ...at })];
  if (block.style === 'bullet') return [kit.paragraph(block.runs, { numbering: { reference: 'bulleted', level }, ...at })];
  if (block.style === 'numbered') return [kit.paragraph(block.runs, { numbering: { reference: 'numbered', level, instance: list }, ...at })];
  return [kit.paragraph(block.runs, { indent: { start: level * 340 }, keepNext, ...at })];
}

function facts(kit: WordKit, items: readonly LabelledText[], anchor?: string): WordPart[] {
  return items.map((item, place) =>
    kit.paragraph(
      [
        { text: `${item.label}: `, isBold: true },
        { text: item.text, ...(item.to === undefined ? {} : { to: item.to }) },
      ],
      {
        spacing: { after: 60 },
        ...(place === 0 && anchor !== undefined ? { anchor } : {}),
      },
    ),
  );
}

function figure(kit: WordKit, block: Extract<Block, { kind: 'figure' }>): WordPart[] {
  const picture = kit.picture(block.image, block.alt);
  kit.counts.figure += 1;
  return [
    kit.paragraph([{ text: `${kit.labels.figure} ${kit.counts.figure}. `, isBold: true }, { text: block.caption }], {
      style: 'Caption',
      keepNext: true,
      ...(block.anchor === undefined ? {} : { anchor: block.anchor }),
    }),
    ...(picture ? [new Paragraph({ children: [picture], keepNext: block.source !== '', ...(kit.isRtl ? { bidirectional: true } : {}) })] : []),
    ...(block.source ? [kit.paragraph(block.source, { style: 'Small' })] : []),
  ];
}

function finding(kit: WordKit, block: Extract<Block, { kind: 'finding' }>): WordPart[] {
  const weak = block.level === 'claim' || block.level === 'contested';
  const hasCarries = (block.carries?.length ?? 0) > 0;
  return [
    kit.paragraph(
      [
        { text: `${block.number}  `, isBold: true },
        { text: block.text, isBold: true },
      ],
      {
        keepNext: true,
        spacing: { before: 200, after: 40 },
        look: { size: 23 },
        ...(block.anchor === undefined ? {} : { anchor: block.anchor }),
      },
    ),
    kit.paragraph([block.support, block.about].filter(Boolean).join(' · '), {
      style: 'Small',
      look: { color: weak ? hex(kit.look.highlight) : hex(kit.look.accent), bold: true },
      keepNext: true,
    }),
    ...block.evidence.map((item, place) =>
      kit.paragraph(
        [
          { text: `${item.kind}${item.isAgainst ? ` (${item.stance})` : ''}: `, isBold: true },
          { text: item.text },
          ...(item.source ? [{ text: ` ${item.source}`, isItalic: true, ...(item.to === undefined ? {} : { to: item.to }) }] : []),
        ],
        {
          numbering: { reference: 'bulleted', level: 0 },
          keepNext: hasCarries && place === block.evidence.length - 1,
          ...(item.anchor === undefined ? {} : { anchor: item.anchor }),
        },
      ),
    ),
    ...(block.evidence.length === 0 ? [kit.paragraph(block.empty, { style: 'Missing', keepNext: hasCarries })] : []),
    ...(hasCarries ? [kit.paragraph(listed('', block.carries ?? []), { style: 'Small' })] : []),
  ];
}

function objective(kit: WordKit, block: Extract<Block, { kind: 'objective' }>): WordPart[] {
  return [
    kit.paragraph([{ text: `${block.number}  ${block.text}` }], {
      heading: HeadingLevel.HEADING_3,
      ...(block.anchor === undefined ? {} : { anchor: block.anchor }),
    }),
    ...facts(kit, block.restsOn),
    ...block.measures.flatMap((measure) => [
      kit.paragraph(measure.title, {
        look: { bold: true, color: ink },
        keepNext: true,
        spacing: { before: 120, after: 40 },
        indent: { start: 340 },
        ...(measure.anchor === undefined ? {} : { anchor: measure.anchor }),
      }),
      ...(measure.text ? [kit.paragraph(measure.text, { indent: { start: 340 } })] : []),
      ...measure.facts.map((fact) =>
        kit.paragraph(
          [
            { text: `${fact.label}: `, isBold: true },
            { text: fact.text, ...(fact.to === undefined ? {} : { to: fact.to }) },
          ],
          {
            indent: { start: 340 },
            spacing: { after: 30 },
            look: { size: 19 },
          },
        ),
      ),
    ]),
    ...(block.measures.length === 0 ? [kit.paragraph(block.empty, { style: 'Missing' })] : []),
  ];
}

function listed(label: string, runs: readonly TextRun[]): TextRun[] {
  return [...(label ? [{ text: `${label} ` }] : []), ...runs.flatMap((run, place) => (place > 0 ? [{ text: ' · ' }, run] : [run]))];
}

function signatures(kit: WordKit, items: readonly { name: string; title: string; body: string }[], dateLabel: string): WordPart[] {
  return [
    gridTable(
      kit,
      items.map((item) => [
        new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: muted, space: 1 } }, spacing: { before: 900, after: 60 } }),
        kit.paragraph(item.name, { look: { bold: true }, spacing: { after: 0 } }),
        kit.paragraph([item.title, item.body].filter(Boolean).join('\n'), { style: 'Small', spacing: { after: 40 } }),
        ...(dateLabel ? [kit.paragraph(`${dateLabel} ____________________`, { style: 'Small' })] : []),
      ]),
      2,
    ),
  ];
}

function certificate(kit: WordKit, block: Extract<Block, { kind: 'certificate' }>): WordPart[] {
  const middle = { alignment: AlignmentType.CENTER };
  return [
    kit.paragraph(block.title, { heading: HeadingLevel.HEADING_1, ...middle, pageBreakBefore: true }),
    kit.paragraph(block.says, middle),
    kit.paragraph(block.name, { ...middle, look: { bold: true, size: 44 } }),
    kit.paragraph(block.text, middle),
    ...facts(kit, block.facts),
    ...signatures(kit, block.signatures, ''),
    kit.paragraph(block.foot, { style: 'Small', ...middle }),
  ];
}
