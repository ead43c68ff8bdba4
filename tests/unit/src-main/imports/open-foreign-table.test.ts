import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openForeignTable } from '#main/imports/open-foreign-table.ts';
import { refusalCodes } from '#shared/contract/refusal.ts';
import { fileOf, readContent, refusalOf } from './foreign-files.ts';
import { zipped } from './map-files.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat([...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))), Buffer.alloc(600, 7)]);

describe('a file', () => {
  test('is known by its hash and size', async () => {
    const content = 'a,b\n1,2\n';
    const table = await openForeignTable({ path: fileOf(content), fileName: 'as the person knows it.csv', patch: {} });
    expect(table).toMatchObject({ fileName: 'as the person knows it.csv', byteCount: 8, sha256: createHash('sha256').update(content).digest('hex') });
    const packed = gzipSync(content);
    expect((await openForeignTable({ path: fileOf(packed), fileName: 'x', patch: {} })).sha256).toBe(createHash('sha256').update(packed).digest('hex'));
  });

  test('alone in a ZIP is opened; of several, the one chosen', async () => {
    expect((await readContent(zipped({ 'a.csv': 'a,b\n1,2\n', 'readme.pdf': 'x' }))).cells).toEqual([['1', '2']]);
    expect((await readContent(zipped({ 'map.geojson': '{"type":"Point","coordinates":[1,2]}' }))).rows[0]?.point).toEqual([1, 2]);
    const several = zipped({ 'a.csv': 'a,b\n1,2\n', 'b.csv': 'a,b\n3,4\n' });
    expect(await refusalOf(several)).toMatchObject({ code: 'file/several-in-zip', params: { files: 'a.csv, b.csv' } });
    expect((await readContent(several, { sheet: 'b.csv' })).cells).toEqual([['3', '4']]);
  });

  test.each<[string, Uint8Array, string, string?]>([
    ['a PDF', bytes('%PDF-1.7\n'), 'file/other-kind', 'PDF'],
    ['a PNG', bytes([0x89], 'PNG\r\n'), 'file/other-kind', 'PNG'],
    ['a photograph', bytes([0xff, 0xd8, 0xff, 0xe0]), 'file/other-kind', 'JPEG'],
    ['a Word document', zipped({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }), 'file/other-kind', 'Word'],
    ['a table of Apple Numbers', zipped({ 'Index/Document.iwa': '\0', 'Index/Tables/Tile-1.iwa': '\0' }), 'file/other-kind', 'Numbers, Pages / Keynote'],
    ['a slide show', zipped({ 'ppt/presentation.xml': '<x/>' }), 'file/other-kind', 'PowerPoint'],
    ['an OpenDocument text', zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), 'file/other-kind', 'OpenDocument'],
    ['a web page without a table', Buffer.from('<!DOCTYPE html><html><body><p>Hello</p></body></html>'), 'file/other-kind', 'HTML'],
    ['a drawing', Buffer.from('<?xml version="1.0"?><svg xmlns="x"/>'), 'file/other-kind', 'SVG'],
    ['some XML', Buffer.from('<?xml version="1.0"?><rss/>'), 'file/other-kind', 'XML'],
    ['TopoJSON', Buffer.from('{"type":"Topology","objects":{},"arcs":[[[0,0],[1,1]],[[2,2],[3,3]]]}'), 'file/other-kind', 'TopoJSON'],
    ['a film', bytes([0, 0, 0, 24], 'ftypisom'), 'file/other-kind', 'MP4'],
    ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256)), 'file/not-a-table'],
    ['zero bytes', Buffer.alloc(5000), 'file/not-a-table'],
    ['a ZIP of photographs', zipped({ 'a.jpg': 'x', 'b.jpg': 'x' }), 'file/not-a-table'],
    ['an empty ZIP', zipped({}), 'file/empty'],
    ['a ZIP in a ZIP', zipped({ 'inner.csv': zipped({ 'a.csv': 'a,b\n1,2\n' }) }), 'file/not-a-table'],
    ['a ZIP that breaks off', zipped({ 'a.csv': 'a,b\n1,2\n' }).subarray(0, 50), 'file/damaged'],
    ['something gzipped twice', gzipSync(gzipSync('a,b\n1,2\n')), 'file/other-kind', 'gzip'],
  ])('that is %s is refused, whatever its name', async (_, content, code, kind) => {
    const refusal = await refusalOf(content, {}, 'table.csv');
    expect(refusal?.code).toBe(code);
    expect(refusal?.params.fileName).toContain('table.csv');
    if (kind) expect(refusal?.params.kind).toBe(kind);
  });

  test('that is not there, or is a folder, is refused', async () => {
    const open = (path: string) => openForeignTable({ path, fileName: 'x.csv', patch: {} });
    await expect(open('/no/such/file.csv')).rejects.toMatchObject({ code: 'file/not-found', params: { fileName: 'x.csv' } });
    await expect(open(mkdtempSync(join(tmpdir(), 'foreign-')))).rejects.toMatchObject({ code: 'file/not-readable' });
    await expect(open(fileOf(''))).rejects.toMatchObject({ code: 'file/empty' });
  });
});

describe('words', () => {
  test.each(['en', 'es', 'ar'])('say in %s what is wrong with any file', (language) => {
    const texts = JSON.parse(readFileSync(join(import.meta.dirname, `../../../../resources/locales/${language}.json`), 'utf8')) as Record<string, string>;
    for (const code of refusalCodes.filter((each) => each.startsWith('file/'))) expect(texts[`error.${code}`], code).toBeTruthy();
  });
});
