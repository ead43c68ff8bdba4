import { describe, expect, test } from 'vitest';
import { ForeignFileError } from '#main/imports/foreign-file-error.ts';
import { openZip, verifyZip } from '#main/imports/guard/zip-guard.ts';
import { type ZipPart, zipOf } from '../zip-files.ts';

async function verdict(bytes: Buffer): Promise<string> {
  try {
    await verifyZip(openZip(bytes, 'file.zip'));
    return 'passed';
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    return error.params.reason === undefined ? error.code : `${error.code}: ${error.params.reason}`;
  }
}
const part: ZipPart = { name: 'a.csv', content: 'a,b\n1,2\n' };
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 ** 2);

describe('a ZIP file', () => {
  test('that is as it should be gives its files', async () => {
    const zip = openZip(zipOf([{ name: 'folder/', content: '', method: 0 }, part, { name: 'b.txt', content: 'stored', method: 0 }]), 'file.zip');
    expect(zip.names).toEqual(['a.csv', 'b.txt']);
    expect((await zip.read('a.csv')).toString()).toBe('a,b\n1,2\n');
    expect((await zip.read('b.txt')).toString()).toBe('stored');
  });

  test.each<[string, Buffer, string]>([
    ['swells a thousandfold', zipOf([{ name: 'a', content: zeros(11) }]), 'file/zip-refused: ratio'],
    ['lies about its size to hide that', zipOf([{ name: 'a', content: zeros(11), statedSize: 1000 }]), 'file/zip-refused: stated size'],
    ['states more than an entry may hold', zipOf([{ ...part, statedSize: 201 * 1024 ** 2 }]), 'file/zip-refused: entry over 200 MB'],
    [
      'states more than all may hold',
      zipOf(Array.from({ length: 50 }, (_, i) => ({ name: `${i}`, content: 'x', statedSize: 9 * 1024 ** 2 }))),
      'file/zip-refused: total over 400 MB',
    ],
    ['has thousands of entries', zipOf(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}`, content: '' }))), 'file/zip-refused: entries'],
    ['lets entries share their bytes', zipOf([part, { ...part, name: 'b.csv', sameAs: 0 }]), 'file/zip-refused: overlap'],
    ['repeats a name', zipOf([part, { ...part, name: 'A.CSV' }]), 'file/zip-refused: repeated name'],
    ['climbs out of its folder', zipOf([{ ...part, name: '../../a.csv' }]), 'file/zip-refused: name'],
    ['climbs with backslashes', zipOf([{ ...part, name: '..\\a.csv' }]), 'file/zip-refused: name'],
    ['begins at the root', zipOf([{ ...part, name: '/etc/passwd' }]), 'file/zip-refused: name'],
    ['is a zip64', zipOf([part], { zip64: true }), 'file/zip-refused: zip64'],
    ['lies on several discs', zipOf([part], { disc: 1 }), 'file/zip-refused: several discs'],
    ['packs in another way', zipOf([{ ...part, method: 12 }]), 'file/zip-refused: method'],
    ['is encrypted', zipOf([{ ...part, flags: 1 }]), 'file/password'],
    ['states another checksum', zipOf([{ ...part, statedCrc: 1 }]), 'file/damaged'],
    ['states a larger size than it holds', zipOf([{ ...part, statedSize: 500 }]), 'file/damaged'],
    ['breaks off', zipOf([part]).subarray(0, 60), 'file/damaged'],
    ['states more entries than it has', zipOf([part], { count: 2 }), 'file/damaged'],
    ['has its middle overwritten', Buffer.concat([zipOf([part]).subarray(0, 36), Buffer.alloc(8, 255), zipOf([part]).subarray(44)]), 'file/damaged'],
  ])('that %s is refused', async (_, bytes, code) => {
    expect(await verdict(bytes)).toBe(code);
  });

  test('of many parts is refused as a whole', () => {
    const bomb = zipOf(Array.from({ length: 30 }, (_, i) => ({ name: `${i}`, content: zeros(11) })));
    expect(() => openZip(bomb, 'bomb.zip')).toThrow(ForeignFileError);
  });
});
