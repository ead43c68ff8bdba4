import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { countedAnswers } from '#main/engine/ballots/counted-answers.ts';
import { redo, undo } from '#main/engine/project/history/undo.ts';
import { codeLifeMs, graceMs } from '#main/engine/room/join-codes.ts';
import { asking, newDesk, openBallot, openRoom, optionIds, phoneAt } from './a-room.ts';

describe('the way in', () => {
  test('a phone with the right code has a seat, and sees nothing of the project before', async () => {
    const room = await openRoom();
    await openBallot(room, 'dots', 4);
    expect(await room.ask('look', { seat: null })).toMatchObject({
      state: 'way-in',
      ballots: [],
      groups: [],
      cityName: 'Puerto Prueba',
      workshopTitle: 'Harbour',
    });
    const phone = await room.phone();
    expect(await phone.look()).toMatchObject({ state: 'ballots', number: 1 });
    expect(await room.ask('look', { seat: 'made up' })).toMatchObject({ state: 'way-in', ballots: [] });
  });

  test('the cookie is a secret of 256 bits; the file knows its digest only', async () => {
    const room = await openRoom();
    const { seat } = await room.phone();
    expect(Buffer.from(seat, 'base64url')).toHaveLength(32);
    expect(readFileSync(room.path).includes(seat)).toBe(false);
  });

  test('the same form sent twice, even at once, is one seat', async () => {
    const room = await openRoom();
    const [one, two] = await Promise.all([room.phone('the same form'), room.phone('the same form')]);
    expect(two.seat).toBe(one.seat);
    expect((await room.phone('the same form')).seat).toBe(one.seat);
    expect(room.desk.state().joined).toBe(1);
  });

  test('after ten wrong codes a phone waits a minute, also with the right one; others do not', async () => {
    const room = await openRoom();
    const { code } = room.desk.state();
    const wrong = code === '123456' ? '654321' : '123456';
    const join = (typed: string, address: string) => room.ask('join', { code: typed, key: 'a-key-long-enough', language: 'en', address });
    for (let i = 0; i < 10; i++) expect(await join(wrong, '10.0.0.9')).toEqual({ outcome: 'wrong-code' });
    expect(await join(code, '10.0.0.9')).toEqual({ outcome: 'wait' });
    expect(await join(code, '10.0.0.8')).toMatchObject({ outcome: 'in' });
    room.clock.move(60_001);
    expect(await join(code, '10.0.0.9')).toMatchObject({ outcome: 'in' });
  });

  test('hundreds of guesses from many addresses change the code', async () => {
    const room = await openRoom();
    const { code } = room.desk.state();
    const wrong = code === '123456' ? '654321' : '123456';
    for (let i = 0; i < 400; i++) await room.ask('join', { code: wrong, key: `guess number ${i}`, language: '', address: `10.0.${i % 250}.${i}` });
    expect(room.desk.state().code).not.toBe(code);
  });

  test('the code changes every ten minutes and the one before is good for two more', async () => {
    const room = await openRoom();
    const { code } = room.desk.state();
    const join = (typed: string) => room.ask('join', { code: typed, key: `key of ${typed} ${Math.random()}`, language: 'en', address: '10.0.0.7' });
    room.clock.move(codeLifeMs);
    expect(room.desk.state().code).not.toBe(code);
    room.clock.move(graceMs - 1_000);
    expect(await join(code)).toMatchObject({ outcome: 'in' });
    room.clock.move(2_000);
    expect(await join(code)).toEqual({ outcome: 'wrong-code' });
  });

  test('digits of another script and blanks between them are the same code', async () => {
    const room = await openRoom();
    const { code } = room.desk.state();
    const arabic = [...code].map((digit) => String.fromCharCode(0x660 + Number(digit))).join(' ');
    expect(await room.ask('join', { code: arabic, key: 'an Arabic phone', language: 'ar', address: '10.0.0.6' })).toMatchObject({ outcome: 'in' });
  });

  test('the room is full at five hundred', async () => {
    const room = await openRoom();
    await Promise.all(Array.from({ length: 500 }, () => room.phone()));
    expect(await room.ask('join', { code: room.desk.state().code, key: 'one too many', language: '', address: '10.0.0.5' })).toEqual({ outcome: 'full' });
  });
});

describe('who is there', () => {
  test('a phone says what was asked for and nothing else is kept', async () => {
    const room = await openRoom();
    const { id: groupId } = await room.client.workshops.addGroup({ workshopId: room.workshopId, name: 'Table 1' });
    room.desk.setAsks(['group', 'gender']);
    const phone = await room.phone();
    expect(await phone.look()).toMatchObject({ state: 'say-who', groups: [{ name: 'Table 1' }] });
    const said = { seat: phone.seat, groupId, attributes: { gender: 'woman', ageBand: '18-29' } as const, language: 'es' };
    expect(await room.ask('describe', said)).toEqual({ outcome: 'saved' });
    expect(await phone.look()).toMatchObject({ state: 'waiting', groupId, attributes: { gender: 'woman' } });
    expect((await phone.look()).attributes).not.toHaveProperty('ageBand');
  });

  test('somebody who says nothing is not asked again; a group of another workshop is no group', async () => {
    const room = await openRoom();
    await room.client.workshops.addGroup({ workshopId: room.workshopId, name: 'Table 1' });
    const other = await room.client.workshops.add({ title: 'Another', template: '' });
    const foreign = await room.client.workshops.addGroup({ workshopId: other.id, name: 'Elsewhere' });
    const phone = await room.phone();
    await room.ask('describe', { seat: phone.seat, groupId: foreign.id, attributes: {}, language: 'es' });
    expect(await phone.look()).toMatchObject({ state: 'waiting', groupId: null });
  });
});

describe('answering', () => {
  test('is acknowledged when it is on the disk, counts once however often it arrives, and is shown again to whoever comes back', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'dots', 8);
    const [a = '', b = ''] = optionIds(ballot);
    const phone = await room.phone();
    const answer = { kind: 'dots', dots: { [a]: 1, [b]: 1 } } as const;
    expect(await phone.answer(ballot.id, answer, 'key one')).toEqual({ outcome: 'received' });
    expect(countedAnswers(room.project(), ballot.id)).toMatchObject([{ answer, channel: 'phone' }]);
    expect(await phone.answer(ballot.id, answer, 'key one')).toEqual({ outcome: 'again' });
    expect((await phone.look()).ballots).toMatchObject([{ id: ballot.id, mine: answer, dots: 2, cap: 2 }]);
  });

  test('a changed mind counts in place of the one before, also from the same form', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'dots', 4);
    const [a = '', b = ''] = optionIds(ballot);
    const phone = await room.phone();
    await phone.answer(ballot.id, { kind: 'dots', dots: { [a]: 1 } }, 'form');
    expect(await phone.answer(ballot.id, { kind: 'dots', dots: { [b]: 1 } }, 'form')).toEqual({ outcome: 'received' });
    expect(countedAnswers(room.project(), ballot.id)).toMatchObject([{ answer: { dots: { [b]: 1 } } }]);
    expect((await room.client.ballots.one({ id: ballot.id })).turnout).toMatchObject({ phone: 1 });
  });

  test('what breaks the rules is refused with its reason and trims nothing', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'dots', 4);
    const [a = ''] = optionIds(ballot);
    const phone = await room.phone();
    expect(await phone.answer(ballot.id, { kind: 'dots', dots: { [a]: 3 } })).toMatchObject({
      outcome: 'problems',
      problems: [
        { code: 'too-many-dots', given: 3, allowed: 1 },
        { code: 'over-cap', optionId: a },
      ],
    });
    expect(countedAnswers(room.project(), ballot.id)).toEqual([]);
  });

  test('what is no answer at all is refused, whatever the other process lets through', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'agree', 2);
    const phone = await room.phone();
    const bad = [null, 7, 'x', [], {}, { kind: 'agree' }, { kind: 'agree', levels: { x: 3 }, reasons: {} }, { kind: 'nothing', levels: {} }];
    for (const answer of bad) expect(await phone.answer(ballot.id, answer as never)).toMatchObject({ outcome: 'problems' });
    const [a = ''] = optionIds(ballot);
    expect(await phone.answer(ballot.id, { kind: 'agree', levels: { [a]: 3 }, reasons: { [a]: 'x'.repeat(2_000) } })).toMatchObject({
      problems: [{ code: 'too-long' }],
    });
    expect(await phone.answer(ballot.id, { kind: 'dots', dots: {} })).toMatchObject({ problems: [{ code: 'other-kind' }] });
  });

  test('only open ballots of this room take answers', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'agree', 1);
    const phone = await room.phone();
    await room.client.ballots.close({ id: ballot.id });
    expect(await phone.answer(ballot.id, { kind: 'agree', levels: {}, reasons: {} })).toEqual({ outcome: 'not-open' });
    const elsewhere = await room.client.workshops.add({ title: 'Another', template: '' });
    const foreign = await openBallot({ client: room.client, workshopId: elsewhere.id }, 'agree', 1);
    expect(await phone.answer(foreign.id, { kind: 'agree', levels: {}, reasons: {} })).toEqual({ outcome: 'not-open' });
    expect(await phoneAt(room.ask, 'no seat').answer(ballot.id, { kind: 'agree', levels: {}, reasons: {} })).toEqual({ outcome: 'no-seat' });
  });

  test('one that fails leaves those that came with it alone', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'dots', 4);
    const [a = ''] = optionIds(ballot);
    const phones = await Promise.all(Array.from({ length: 6 }, () => room.phone()));
    const outcomes = await Promise.all(phones.map((phone, place) => phone.answer(ballot.id, { kind: 'dots', dots: { [a]: place === 2 ? 9 : 1 } })));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['received', 'received', 'problems', 'received', 'received', 'received']);
  });

  test('stands in the history as nobody’s doing at the laptop', async () => {
    const room = await openRoom();
    await room.client.history.setAuthor({ person: 'Lead' });
    const ballot = await openBallot(room, 'agree', 1);
    await (await room.phone()).answer(ballot.id, { kind: 'agree', levels: {}, reasons: {} });
    const [answered, joined, opened] = await room.client.history.list({});
    expect([answered, joined, opened]).toMatchObject([
      { name: 'room.answers', person: '', params: { count: 1 } },
      { name: 'room.answers', person: '' },
      { name: 'ballots.open', person: 'Lead' },
    ]);
  });

  test('several ballots may be open at once', async () => {
    const room = await openRoom();
    const dots = await openBallot(room, 'dots', 4);
    const agree = await openBallot(room, 'agree', 1);
    expect((await (await room.phone()).look()).ballots.map(({ id }) => id)).toEqual([dots.id, agree.id]);
  });

  test('statements add up to as many as one may give, and blank ones are nothing given', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'statement', 0, { mostAnswers: 2 });
    const phone = await room.phone();
    expect(await phone.answer(ballot.id, { kind: 'statement', text: ' \u0000\u202e ' })).toMatchObject({ problems: [{ code: 'nothing-given' }] });
    await phone.answer(ballot.id, { kind: 'statement', text: 'Light on the stairs' });
    await phone.answer(ballot.id, { kind: 'statement', text: 'A bus after ten' });
    expect(await phone.answer(ballot.id, { kind: 'statement', text: 'A third' })).toMatchObject({ outcome: 'problems' });
    expect((await phone.look()).ballots[0]?.myStatements).toEqual(['Light on the stairs', 'A bus after ten']);
  });

  test('nothing of what others answered reaches a phone', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'statement', 0);
    const [one, two] = [await room.phone(), await room.phone()];
    await one.answer(ballot.id, { kind: 'statement', text: 'Ask about the pier' });
    expect(JSON.stringify(await two.look())).not.toContain('pier');
  });
});

describe('the version of what a phone sees', () => {
  test('changes for everybody when a ballot opens, for one phone when it answers, and for nobody when others do', async () => {
    const room = await openRoom();
    const [one, two] = [await room.phone(), await room.phone()];
    const before = [(await one.look()).version, (await two.look()).version];
    const ballot = await openBallot(room, 'agree', 1);
    const opened = [(await one.look()).version, (await two.look()).version];
    expect(opened[0]).not.toBe(before[0]);
    await one.answer(ballot.id, { kind: 'agree', levels: { [optionIds(ballot)[0] ?? '']: 4 }, reasons: {} });
    expect((await one.look()).version).not.toBe(opened[0]);
    expect((await two.look()).version).toBe(opened[1]);
  });

  test('is the same after the engine was started again', async () => {
    const room = await openRoom();
    await openBallot(room, 'agree', 1);
    const phone = await room.phone();
    const { version } = await phone.look();
    const again = newDesk(room, room.clock);
    again.projectOpened(room.project(), { isAgain: true });
    expect((await room.ask('look', { seat: phone.seat }, again)).version).toBe(version);
  });
});

describe('what the facilitator does', () => {
  test('a removed phone is shut out, with or without what it answered; taken back, it is in again', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'agree', 1);
    const blank = { kind: 'agree', levels: {}, reasons: {} } as const;
    const [stays, goes] = [await room.phone(), await room.phone()];
    await stays.answer(ballot.id, blank);
    await goes.answer(ballot.id, blank);
    const [, second] = room.desk.devices();
    room.desk.removeDevice(second?.id ?? '', { withAnswers: false });
    expect(await goes.look()).toMatchObject({ state: 'way-in' });
    expect(await goes.answer(ballot.id, blank)).toEqual({ outcome: 'no-seat' });
    expect(countedAnswers(room.project(), ballot.id)).toHaveLength(2);
    undo(room.project());
    room.desk.removeDevice(second?.id ?? '', { withAnswers: true });
    expect(countedAnswers(room.project(), ballot.id)).toHaveLength(1);
    undo(room.project());
    expect(countedAnswers(room.project(), ballot.id)).toHaveLength(2);
    expect(await goes.look()).toMatchObject({ state: 'ballots', number: 2 });
  });

  test('undo takes back what the facilitator did and never an answer; redo finds the answers where they were', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'agree', 1);
    const phone = await room.phone();
    await phone.answer(ballot.id, { kind: 'agree', levels: { [optionIds(ballot)[0] ?? '']: 4 }, reasons: {} });
    const rows = () => room.project().reader.prepare<[], number>('SELECT count(*) FROM ballot_answer').pluck().get();
    undo(room.project());
    expect(await room.client.ballots.one({ id: ballot.id })).toMatchObject({ state: 'draft' });
    undo(room.project());
    expect(await room.client.ballots.list({ workshopId: room.workshopId })).toEqual([]);
    expect(rows()).toBe(1);
    redo(room.project());
    redo(room.project());
    expect(countedAnswers(room.project(), ballot.id)).toHaveLength(1);
    expect((await phone.look()).ballots).toMatchObject([{ id: ballot.id, mine: { kind: 'agree' } }]);
  });

  test('the window is told calmly', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const room = await openRoom();
      const ballot = await openBallot(room, 'agree', 1);
      const phone = room.phone();
      await vi.advanceTimersByTimeAsync(5);
      const { seat } = await phone;
      await vi.advanceTimersByTimeAsync(1_000);
      room.told.count = 0;
      for (let i = 0; i < 100; i++) {
        const levels = { [optionIds(ballot)[0] ?? '']: (i % 5) + 1 };
        const answered = phoneAt(room.ask, seat).answer(ballot.id, { kind: 'agree', levels, reasons: {} });
        await vi.advanceTimersByTimeAsync(10);
        await answered;
      }
      expect(room.told.count).toBeGreaterThan(2);
      expect(room.told.count).toBeLessThan(7);
    } finally {
      vi.useRealTimers();
    }
  });

  test('closing the room leaves no file behind and answers nobody', async () => {
    const room = await openRoom();
    const phone = await room.phone();
    expect(existsSync(`${room.folder}/desk/room.json`)).toBe(true);
    room.desk.close();
    expect(existsSync(`${room.folder}/desk/room.json`)).toBe(false);
    expect(await phone.look()).toMatchObject({ state: 'closed', cityName: '' });
    expect(await room.ask('join', { code: '123456', key: 'any key at all', language: '', address: '' })).toEqual({ outcome: 'closed' });
  });

  test('a phone that was in before the break is in after it', async () => {
    const room = await openRoom();
    const phone = await room.phone();
    room.desk.close();
    room.desk.open(room.project(), room.workshopId);
    expect(await phone.look()).toMatchObject({ state: 'waiting', number: 1 });
  });
});

describe('a disk that fails', () => {
  test('acknowledges nothing, keeps nothing in mind, and takes the same form once it is well again', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'agree', 1);
    const phone = await room.phone();
    const answer = { kind: 'agree', levels: { [optionIds(ballot)[0] ?? '']: 2 }, reasons: {} } as const;
    const project = room.project();
    project.guard = () => {
      throw new Error('the stick was pulled out');
    };
    await expect(phone.answer(ballot.id, answer, 'key')).rejects.toThrow('pulled out');
    await expect(room.phone()).rejects.toThrow('pulled out');
    project.guard = null;
    expect((await phone.look()).ballots).toMatchObject([{ mine: null }]);
    expect(room.desk.state().joined).toBe(1);
    expect(await phone.answer(ballot.id, answer, 'key')).toEqual({ outcome: 'received' });
    expect(countedAnswers(project, ballot.id)).toHaveLength(1);
  });

  test('in the middle of a change forgets what was noted before', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'agree', 1);
    const phone = await room.phone();
    const answer = { kind: 'agree', levels: { [optionIds(ballot)[0] ?? '']: 2 }, reasons: {} } as const;
    const database = room.project().reader as unknown as { exec(text: string): void };
    database.exec("CREATE TEMP TRIGGER full BEFORE INSERT ON edit BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    await expect(phone.answer(ballot.id, answer, 'key')).rejects.toThrow();
    database.exec('DROP TRIGGER full');
    expect((await phone.look()).ballots).toMatchObject([{ mine: null }]);
    expect(await phone.answer(ballot.id, answer, 'key')).toEqual({ outcome: 'received' });
    expect(countedAnswers(room.project(), ballot.id)).toHaveLength(1);
  });
});

describe('a project that is opened again underneath its room', () => {
  test('with a new passphrase goes on with the same phones', async () => {
    const room = await openRoom();
    room.desk.close();
    const { desk } = room.engine.services.room;
    desk.open(room.project(), room.workshopId);
    const ballot = await openBallot(room, 'agree', 1);
    const { phone, ask } = asking(desk);
    const { seat } = await phone();
    await room.client.project.setPassphrase({ passphrase: 'lantern boat seven' });
    expect(await phoneAt(ask, seat).look()).toMatchObject({ state: 'ballots', number: 1 });
    expect(await phoneAt(ask, seat).answer(ballot.id, { kind: 'agree', levels: {}, reasons: {} })).toEqual({ outcome: 'received' });
    expect(countedAnswers(room.project(), ballot.id)).toHaveLength(1);
  });

  test('or by another project is closed', async () => {
    const room = await openRoom();
    room.desk.close();
    const { desk } = room.engine.services.room;
    desk.open(room.project(), room.workshopId);
    const { phone, ask } = asking(desk);
    const { seat } = await phone();
    await room.client.project.create({ file: room.engine.services.files.hand(`${room.folder}/other.citysafety`), city: { name: 'Elsewhere' } });
    expect(await phoneAt(ask, seat).look()).toMatchObject({ state: 'closed' });
    expect(desk.isOpen).toBe(false);
  });
});

describe('an engine that broke', () => {
  test('comes back with the same code, seats and wall, and a form that was not acknowledged counts once', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'agree', 1);
    const phone = await room.phone('a form on its way');
    const answer = { kind: 'agree', levels: { [optionIds(ballot)[0] ?? '']: 2 }, reasons: {} } as const;
    await phone.answer(ballot.id, answer, 'key');
    room.desk.setWall({ mode: 'ballot', ballotId: ballot.id });
    room.desk.setAsks(['gender']);
    const again = newDesk(room, room.clock);
    again.projectOpened(room.project(), { isAgain: true });
    expect(again.state()).toMatchObject({
      code: room.desk.state().code,
      joined: 1,
      workshopId: room.workshopId,
      wall: { mode: 'ballot', ballotId: ballot.id },
    });
    const { ask } = asking(again);
    expect(await phoneAt(ask, phone.seat).look()).toMatchObject({ asks: ['gender'] });
    expect(await ask('join', { code: '', key: 'a form on its way', language: '', address: '' })).toEqual({ outcome: 'in', seat: phone.seat });
    expect(await phoneAt(ask, phone.seat).answer(ballot.id, answer, 'key')).toEqual({ outcome: 'again' });
    expect(countedAnswers(room.project(), ballot.id)).toHaveLength(1);
  });

  test('a room that was left by a program that ended is closed at the next start', async () => {
    const room = await openRoom();
    const next = newDesk(room, room.clock);
    next.projectOpened(room.project(), { isAgain: false });
    expect(next.isOpen).toBe(false);
    expect(existsSync(`${room.folder}/desk/room.json`)).toBe(false);
  });
});
