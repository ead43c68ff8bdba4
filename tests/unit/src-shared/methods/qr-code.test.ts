import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrCode } from '#shared/methods/qr-code.ts';

/** Draws the path as a scanner sees it: RGBA, `scale` pixels a square. */
function picture(text: string, scale = 4) {
  const { size, path } = qrCode(text);
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column++) data.set([0, 0, 0, 255], (row * width + column) * 4);
  return { width, height: width, data };
}

const address = 'http://192.168.137.1:8080/?c=482913';

test('what is drawn is read back', () => {
  expect(decodeQR(picture(address))).toBe(address);
  expect(decodeQR(picture('http://10.0.0.5:54321/?c=000007'))).toBe('http://10.0.0.5:54321/?c=000007');
});

test('a corner that is covered does not matter', () => {
  const drawn = picture(address);
  const { width } = drawn;
  // A hand over the middle: 6 × 6 squares of about 37 × 37.
  for (let y = width / 2 - 12; y < width / 2 + 12; y++)
    for (let x = width / 2 - 12; x < width / 2 + 12; x++) drawn.data.set([200, 200, 200, 255], (Math.floor(y) * width + Math.floor(x)) * 4);
  expect(decodeQR(drawn)).toBe(address);
});

test('four light squares stand around the code', () => {
  const { size, path } = qrCode(address);
  const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => ({ x: Number(x), y: Number(y), end: Number(x) + Number(run) }));
  expect(Math.min(...starts.map(({ x }) => x))).toBe(4);
  expect(Math.min(...starts.map(({ y }) => y))).toBe(4);
  expect(Math.max(...starts.map(({ end }) => end))).toBe(size - 4);
});
