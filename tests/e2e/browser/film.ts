import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Pictures a second: enough to see what a person saw. */
const perSecond = 4;

/**
 * Films the page until the returned function is called, which writes an AVI of JPEG pictures (any player shows it). Playwright's own films want its
 * own ffmpeg, which is downloaded and so is not on every machine.
 */
export async function film(page: Page): Promise<(path: string) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const frames: { at: number; picture: Buffer }[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push({ at: Date.now(), picture: Buffer.from(data, 'base64') });
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 55, everyNthFrame: 2 });
  return async (path) => {
    await session.send('Page.stopScreencast').catch(() => {});
    const { width = 1366, height = 768 } = page.viewportSize() ?? {};
    writeFileSync(path, toAvi(evenly(frames), width, height));
  };
}

/** One picture for each even stretch of time: the page sends one only when something changed. */
function evenly(frames: readonly { at: number; picture: Buffer }[]): Buffer[] {
  const start = frames[0]?.at ?? 0;
  const count = Math.floor((((frames.at(-1)?.at ?? start) - start) / 1000) * perSecond) + 1;
  let place = 0;
  return Array.from({ length: frames.length === 0 ? 0 : count }, (_, moment) => {
    while ((frames[place + 1]?.at ?? Number.POSITIVE_INFINITY) <= start + (moment * 1000) / perSecond) place += 1;
    return (frames[place] as { picture: Buffer }).picture;
  });
}

/** RIFF AVI with one stream of Motion JPEG (OpenDML AVI File Format Extensions 1.02, without the extensions). */
function toAvi(pictures: readonly Buffer[], width: number, height: number): Buffer {
  const largest = Math.max(0, ...pictures.map(({ length }) => length));
  const hasIndex = 0x10;
  const isKeyFrame = 0x10;
  const header = numbers(1_000_000 / perSecond, largest * perSecond, 0, hasIndex, pictures.length, 0, 1, largest, width, height, 0, 0, 0, 0);
  const stream = Buffer.concat([Buffer.from('vidsMJPG'), numbers(0, 0, 0, 1, perSecond, 0, pictures.length, largest, 0xffff_ffff, 0, 0, 0)]);
  const format = Buffer.concat([numbers(40, width, height, 1 | (24 << 16)), Buffer.from('MJPG'), numbers(width * height * 3, 0, 0, 0, 0)]);
  let offset = 4;
  const index = pictures.map((picture) => {
    const entry = Buffer.concat([Buffer.from('00dc'), numbers(isKeyFrame, offset, picture.length)]);
    offset += 8 + picture.length + (picture.length % 2);
    return entry;
  });
  return list('RIFF', 'AVI ', [
    list('LIST', 'hdrl', [chunk('avih', header), list('LIST', 'strl', [chunk('strh', stream), chunk('strf', format)])]),
    list(
      'LIST',
      'movi',
      pictures.map((picture) => chunk('00dc', picture)),
    ),
    chunk('idx1', Buffer.concat(index)),
  ]);
}

function numbers(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) buffer.writeUInt32LE(value, place * 4);
  return buffer;
}

function chunk(name: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(name), numbers(content.length), content, Buffer.alloc(content.length % 2)]);
}

function list(name: string, type: string, parts: readonly Buffer[]): Buffer {
  return chunk(name, Buffer.concat([Buffer.from(type), ...parts]));
}
