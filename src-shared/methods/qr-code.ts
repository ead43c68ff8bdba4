import encodeQR from 'qr';

/** A code of black squares as one SVG path in units of a square, quiet zone included. */
export interface QrCode {
  /** Width and height in squares. */
  readonly size: number;
  /** Path of the dark squares, row by row in runs. */
  readonly path: string;
}

/** Light squares that ISO/IEC 18004 asks for around a code. */
const quietZone = 4;

/** A QR code (ISO/IEC 18004) with error correction M: readable with 15 % of it covered or washed out by the light. Throws on more than about 2,300 bytes. */
export function qrCode(text: string): QrCode {
  const squares = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  return { size: squares.length, path: squares.map((row, y) => pathOfRow(row, y)).join('') };
}

function pathOfRow(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
  }
  return path;
}
