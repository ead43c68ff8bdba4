import { existsSync, readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { type EngineFixture, newProject } from '../../fixtures/engine.ts';

/** What is known of somebody: every text of it must be gone afterwards. */
export interface Known {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly note: string;
}

export const ana: Known = { name: 'Ana Ruiz Paz', email: 'ana.ruiz@puerto.example', phone: '+52 55 1234 5678', note: 'Only by phone, mornings' };
export const omar: Known = {
  name: 'Omar Haddad',
  email: 'omar@huerta.example',
  phone: '0991 456 789',
  note: `Speaks for three markets. ${'He knows everybody there. '.repeat(80)}`,
};
/** Removed again, so that only the history holds him. */
export const former: Known = { name: 'Żółty Kłos', email: 'zolty@dawny.example', phone: '600 700 811', note: 'Left the city in May' };

export interface CityWithPeople extends EngineFixture {
  readonly police: string;
  readonly market: string;
  readonly anaId: string;
  readonly omarId: string;
  readonly anaAtPolice: string;
}

/** A city with a team and contacts; somebody renamed, removed, undone and done again, named in other texts, as author and as rater. */
export async function cityWithPeople(): Promise<CityWithPeople> {
  const fixture = await newProject({ city: { team: [{ id: uuidv7(), name: 'Lucía Mora', role: 'Lead', body: 'Town hall' }] } });
  const { client } = fixture;
  await client.history.setAuthor({ person: 'Ana Ruiz Paz' });
  const police = (
    await client.stakeholders.add({ name: 'Municipal Police', note: 'Call Ana  Ruiz Paz (+52 55 12345678) first, or write to ANA.RUIZ@puerto.example' })
  ).id;
  const market = (await client.stakeholders.add({ name: 'Central Market', mandate: 'Founded by Omar Haddad' })).id;
  const atPolice = await client.people.addContact({ stakeholderId: police, role: 'Press officer', details: { ...ana, name: 'Ana Ruis' } });
  await client.people.updateContact({ id: atPolice.id, patch: { name: ana.name } });
  await client.people.addContact({ stakeholderId: market, personId: atPolice.personId, role: 'Neighbour' });
  await client.history.setAuthor({ person: 'Facilitator Two' });
  const atMarket = await client.people.addContact({ stakeholderId: market, role: 'Chair', details: omar });
  const gone = await client.people.addContact({ stakeholderId: market, role: 'Treasurer', details: former });
  await client.people.removeContact({ id: gone.id });
  await client.stakeholders.rate({ id: police, rater: 'Ana Ruiz Paz', power: 4, interest: 2 });
  await client.stakeholders.rate({ id: police, rater: 'Table three', power: 2, interest: 3 });
  await client.stakeholders.rate({ id: police, rater: 'Table four', power: 1, interest: 3 });
  // The policy's vision stands in the file as updates, word by word.
  for (const vision of [
    'A city',
    'A city as Ana dreams',
    'A city as Ana Ruiz',
    'A city as Ana Ruiz Paz dreams of it, without Żółty',
    'A calm city as Ana Ruiz Paz dreams',
  ]) {
    await client.policy.update({ vision });
  }
  await client.history.undo();
  await client.history.redo();
  await client.history.addSnapshot({ name: 'After the talk with Ana Ruiz Paz', note: '' });
  return { ...fixture, police, market, anaId: atPolice.personId, omarId: atMarket.personId, anaAtPolice: atPolice.id };
}

/** Which of the texts stand in the bytes of a file, in UTF-8 or UTF-16; and that no journal is left beside it. */
export function foundInBytes(path: string, texts: readonly string[]): string[] {
  const bytes = readFileSync(path);
  const beside = ['-journal', '-wal', '-shm', '.part'].filter((ending) => existsSync(`${path}${ending}`));
  return [...texts.filter((text) => bytes.includes(Buffer.from(text)) || bytes.includes(Buffer.from(text, 'utf16le'))), ...beside];
}

/** Everything told by the history and by the tables, decoded: what is deflated in the file is looked at too. */
export async function foundInHistory({ client, project }: EngineFixture, texts: readonly string[]): Promise<string[]> {
  const changes = await client.history.list({ limit: 500 });
  const told = await Promise.all(changes.map(({ revision }) => client.history.details({ revision })));
  const tables = project()
    .reader.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all()
    .map((table) => project().reader.prepare(`SELECT * FROM "${table}"`).all());
  const text = JSON.stringify([changes, told, tables, await client.history.people(), await client.people.list()]);
  return texts.filter((word) => text.includes(word));
}

export const textsOf = (people: readonly Known[]): string[] => people.flatMap(({ name, email, phone, note }) => [name, email, phone, note.slice(0, 40)]);
