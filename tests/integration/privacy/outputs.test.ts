import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { ana, cityWithPeople, former, omar } from './city-with-people.ts';

it('no phone and no e-mail address of anybody stands in a workbook', async () => {
  const { client } = await cityWithPeople();
  const making = await client.outputs.make({ kind: 'workbook', language: 'en' });
  let path = '';
  for (;;) {
    const next = await making.next();
    if (next.done) {
      path = next.value.path;
      break;
    }
  }
  const text = Object.values(unzipSync(readFileSync(path)))
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  for (const person of [ana, omar, former]) {
    expect(text).not.toContain(person.email);
    expect(text).not.toContain(person.phone);
    expect(text).not.toContain(person.note.slice(0, 40));
  }
});
