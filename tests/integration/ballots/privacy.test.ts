import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countedAnswers } from '#main/engine/ballots/counted-answers.ts';
import { withEngine } from '../../fixtures/engine.ts';
import { foundInBytes } from '../privacy/city-with-people.ts';
import { openBallot, openRoom, optionIds, type RoomFixture } from './a-room.ts';

const name = 'Ana "Nita" Ruiz Paz';
const phoneNumber = '+52 55 1234 5678';

/** A room where somebody wrote about a person who is known to the project. */
async function roomWithWords(): Promise<RoomFixture & { personId: string; ballots: string[] }> {
  const room = await openRoom();
  const { client } = room;
  const market = await client.stakeholders.add({ name: 'Market' });
  const { personId } = await client.people.addContact({ stakeholderId: market.id, role: '', details: { name, email: '', phone: phoneNumber, note: '' } });
  const statements = await openBallot(room, 'statement', 0);
  const agree = await openBallot(room, 'agree', 1, { hasReasons: true });
  const phone = await room.phone();
  room.desk.setAsks(['gender', 'ageBand']);
  await room.ask('describe', { seat: phone.seat, groupId: null, attributes: { gender: 'woman', ageBand: '60-over' }, language: '' });
  await phone.answer(statements.id, { kind: 'statement', text: `Ask ${name}, ${phoneNumber}, she "knows"` });
  await phone.answer(agree.id, { kind: 'agree', levels: { [optionIds(agree)[0] ?? '']: 4 }, reasons: { [optionIds(agree)[0] ?? '']: `${name} said so` } });
  return { ...room, personId, ballots: [statements.id, agree.id] };
}

describe('names in what people wrote', () => {
  test('are blanked when the person is deleted, and the answers still count', async () => {
    const room = await roomWithWords();
    const traces = await room.client.privacy.traces({ personId: room.personId });
    expect(traces.texts).toMatchObject([
      { text: name, places: 4 },
      { text: phoneNumber, places: 2 },
    ]);
    await room.client.privacy.erase({ personId: room.personId, asAuthor: true, inTexts: true });
    expect(foundInBytes(room.path, ['Nita', 'Ruiz Paz', '1234 5678'])).toEqual([]);
    const answers = room.ballots.flatMap((id) => countedAnswers(room.project(), id));
    expect(answers.map(({ answer }) => answer)).toMatchObject([{ text: 'Ask …, …, she "knows"' }, { kind: 'agree', levels: {} }]);
  });

  test('are in no copy without personal data, nor is what people said of themselves', async () => {
    const room = await roomWithWords();
    const path = join(room.folder, 'shared.citysafety');
    const stream = await room.client.privacy.share({ file: room.engine.services.files.hand(path), keepPassphrase: true, keepInTexts: [] });
    for (let next = await stream.next(); !next.done; next = await stream.next());
    expect(foundInBytes(path, ['Nita', 'Ruiz Paz', '1234 5678', '60-over'])).toEqual([]);
    const other = withEngine();
    await other.client.project.open({ file: other.engine.services.files.hand(path) });
    for (const id of room.ballots) expect(countedAnswers(other.engine.services.session.require(), id)).toHaveLength(1);
  });
});
