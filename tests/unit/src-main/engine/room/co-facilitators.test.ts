import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CoFacilitators } from '#main/engine/room/co-facilitators.ts';

let settingsFolder: string;
let time = Date.parse('2026-11-22T09:00:00Z');
let dropped: string[];

beforeEach(() => {
  settingsFolder = mkdtempSync(join(tmpdir(), 'city-safety-co-'));
  dropped = [];
});
afterEach(() => rmSync(settingsFolder, { recursive: true, force: true }));

const make = () => new CoFacilitators({ settingsFolder, now: () => new Date(time), onChange: () => {}, onDrop: (id) => dropped.push(id) });

function joinAs(door: CoFacilitators, name: string): string {
  const answer = door.join({ code: door.code, name, address: '192.168.1.9' });
  if (answer.outcome !== 'in') throw new Error(answer.outcome);
  return answer.key;
}

describe('Co-facilitators', () => {
  it('cannot come in before the way is opened, nor after it is closed', () => {
    const door = make();
    expect(door.join({ code: '', name: 'Ana', address: 'a' })).toEqual({ outcome: 'closed' });
    door.open('p1');
    const key = joinAs(door, 'Ana');
    expect(door.admit(key)?.person).toBe('Ana');
    door.close();
    expect(door.admit(key)).toBeNull();
    expect(dropped).toHaveLength(1);
  });

  it('use a code once: the next person needs the next one', () => {
    const door = make();
    door.open('p1');
    const first = door.code;
    joinAs(door, 'Ana');
    expect(door.code).not.toBe(first);
    expect(door.join({ code: first, name: 'Ben', address: 'b' }).outcome).toBe('wrong-code');
  });

  it('may type the code with spaces, but need a name', () => {
    const door = make();
    door.open('p1');
    const spaced = `${door.code.slice(0, 4)} ${door.code.slice(4)}`;
    expect(door.join({ code: spaced, name: ' \u0000 ', address: 'a' }).outcome).toBe('no-name');
    expect(door.join({ code: spaced, name: 'Ana\u0007', address: 'a' }).outcome).toBe('in');
    expect(door.list()[0]?.name).toBe('Ana');
  });

  it('wait a minute after five wrong codes from one address, others do not', () => {
    const door = make();
    door.open('p1');
    const wrong = () => door.join({ code: '00', name: 'Eve', address: 'eve' }).outcome;
    expect([wrong(), wrong(), wrong(), wrong(), wrong(), wrong()].at(-1)).toBe('wait');
    expect(door.join({ code: door.code, name: 'Eve', address: 'eve' }).outcome).toBe('wait');
    expect(door.join({ code: door.code, name: 'Ana', address: 'ana' }).outcome).toBe('in');
    time += 61_000;
    expect(wrong()).toBe('wrong-code');
  });

  it('are known to an engine that was started again, by the digest of their key alone', () => {
    const door = make();
    door.open('p1');
    const key = joinAs(door, 'Ana');
    const again = make();
    expect(again.resume('another project')).toBe(false);
    expect(again.admit(key)).toBeNull();
    expect(again.resume('p1')).toBe(true);
    expect(again.admit(key)?.person).toBe('Ana');
    expect(readFileSync(join(settingsFolder, 'co-facilitators.json'), 'utf8')).not.toContain(key);
  });

  it('are shown out one by one, and their pages closed', () => {
    const door = make();
    door.open('p1');
    const key = joinAs(door, 'Ana');
    const id = door.admit(key)?.id ?? '';
    door.remove(id);
    expect(door.admit(key)).toBeNull();
    expect(dropped).toEqual([id]);
  });
});
