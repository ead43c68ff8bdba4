import { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { Align, Block, TableColumn } from '../report/report-document.ts';
import { hex, rule, textWidth, type WordKit } from './word-kit.ts';

type DataTable = Extract<Block, { kind: 'table' }>;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const hair = { style: BorderStyle.SINGLE, size: 4, color: rule } as const;
const alignments = { start: AlignmentType.START, end: AlignmentType.END, center: AlignmentType.CENTER } as const satisfies Record<Align, unknown>;
const cellMargins = { top: 50, bottom: 50, left: 80, right: 80 };

/** A table of rows: its head repeats on every page, no row is torn, and numbers stand at the end of their cell. */
export function dataTable(kit: WordKit, block: DataTable): (Paragraph | Table)[] {
  kit.counts.table += 1;
  const widths = columnWidths(block);
  const row = (cells: readonly string[], options: { isHead?: boolean; isTotal?: boolean; place?: number }) =>
    new TableRow({
      tableHeader: options.isHead ?? false,
      cantSplit: true,
      children: block.columns.map((column, at) => {
        const link = block.links?.find((each) => each.row === options.place && each.column === at);
        const anchor = at === 0 && options.place !== undefined ? block.rowAnchors?.[options.place] : undefined;
        return new TableCell({
          width: { size: widths[at] ?? 800, type: WidthType.DXA },
          margins: cellMargins,
          verticalAlign: options.isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
          ...(options.isHead ? { shading: { type: ShadingType.CLEAR, fill: hex(kit.look.accentPale), color: 'auto' } } : {}),
          borders: {
            ...noBorders,
            bottom: options.isHead ? { ...hair, size: 8, color: hex(kit.look.accent) } : hair,
            ...(options.isTotal ? { top: { ...hair, size: 8 } } : {}),
          },
          children: [
            kit.paragraph([{ text: cells[at] ?? '', isBold: options.isHead || options.isTotal || false, ...(link ? { to: link.to } : {}) }], {
              style: 'Cell',
              alignment: alignments[column.align],
              keepNext: options.isHead ?? false,
              ...(anchor ? { anchor } : {}),
            }),
          ],
        });
      }),
    });
  return [
    kit.paragraph([{ text: `${kit.labels.table} ${kit.counts.table}. `, isBold: true }, { text: block.caption }], {
      style: 'Caption',
      keepNext: true,
      ...(block.anchor === undefined ? {} : { anchor: block.anchor }),
    }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      ...(kit.isRtl ? { visuallyRightToLeft: true } : {}),
      borders: noBorders,
      rows: [
        row(
          block.columns.map(({ label }) => label),
          { isHead: true },
        ),
        ...block.rows.map((cells, place) => row(cells, { place })),
        ...(block.total.length > 0 ? [row(block.total, { isTotal: true })] : []),
      ],
    }),
    kit.paragraph(block.note, { style: 'Small', spacing: { before: 60, after: 200 } }),
  ];
}

/** Columns with a share divide what the others leave; those are as wide as their longest word or number asks for. */
function columnWidths(block: DataTable): number[] {
  const letters = (at: number) =>
    Math.max(longestWord(block.columns[at]?.label ?? ''), ...[...block.rows, block.total].map((row) => Math.min(22, row[at]?.length ?? 0)), 4);
  // Figures in bold are the widest, and a machine may set them in a wider face than the one asked for: a number never breaks.
  const asked = block.columns.map(
    (column: TableColumn, at) => (column.width > 0 ? longestShare(block, at) * 105 : letters(at) * (column.align === 'end' ? 128 : 105)) + 190,
  );
  const shares = block.columns.map(({ width }) => width);
  const shareSum = shares.reduce((sum, share) => sum + share, 0);
  if (shareSum === 0) return scaled(asked);
  const fixed = asked.reduce((sum, width, at) => sum + (shares[at] === 0 ? width : 0), 0);
  const free = Math.max(textWidth * 0.4, textWidth - fixed);
  return scaled(asked.map((width, at) => (shares[at] === 0 ? width : Math.max(Math.min(width, free / 2), (free * (shares[at] ?? 0)) / shareSum))));
}

function longestShare(block: DataTable, at: number): number {
  return longestWord(block.columns[at]?.label ?? '');
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => word.length));
}

function scaled(widths: readonly number[]): number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  return widths.map((width) => Math.round((width * textWidth) / Math.max(1, sum)));
}

/** Parts side by side, without lines: `columns` in a row. Read by a machine they come one after the other. */
export function gridTable(kit: WordKit, cells: readonly (readonly (Paragraph | Table)[])[], columns: number): Table {
  const width = Math.floor(textWidth / columns);
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, line) => cells.slice(line * columns, (line + 1) * columns));
  return new Table({
    width: { size: width * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    layout: TableLayoutType.FIXED,
    ...(kit.isRtl ? { visuallyRightToLeft: true } : {}),
    borders: noBorders,
    rows: rows.map(
      (line) =>
        new TableRow({
          cantSplit: columns > 1 && cells.length > 2,
          children: Array.from({ length: columns }, (_, at) => plainCell(line[at] ?? [], width)),
        }),
    ),
  });
}

function plainCell(children: readonly (Paragraph | Table)[], width: number): TableCell {
  const last = children.at(-1);
  // A cell has to end with a paragraph.
  const whole = last === undefined || last instanceof Table ? [...children, new Paragraph({})] : [...children];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 60, left: 0, right: 160 },
    borders: noBorders,
    children: whole,
  });
}

/** One tinted box. */
export function boxTable(kit: WordKit, children: readonly Paragraph[], fill = kit.look.accentPale): Table {
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    layout: TableLayoutType.FIXED,
    ...(kit.isRtl ? { visuallyRightToLeft: true } : {}),
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: textWidth, type: WidthType.DXA },
            margins: { top: 120, bottom: 80, left: 200, right: 200 },
            shading: { type: ShadingType.CLEAR, fill: hex(fill), color: 'auto' },
            borders: noBorders,
            children: [...children],
          }),
        ],
      }),
    ],
  });
}
