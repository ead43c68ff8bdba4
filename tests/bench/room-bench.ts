import { setTimeout as pause } from 'node:timers/promises';
import { type Figure, quantile, report } from './measure.ts';
import { BenchPhone, type Diary, type Line, newDiary } from './room/bench-phone.ts';
import { type BenchRoom, openBenchRoom } from './room/bench-room.ts';
import { startFaultyProxy } from './room/faulty-proxy.ts';

const options = ['Street lighting', 'Open drains', 'Night buses', 'Youth centre', 'Market patrols', 'Safe crossings', 'Parks', 'Waste'];

interface Load {
  readonly phones: number;
  /** Within which phones come in, evenly spread but for chance. */
  readonly withinMs: number;
}

/** Two hundred phones that join and vote within half a minute: on a good network, on a bad one, and with the engine killed in the middle. */
export async function benchRoom(folder: string, { isSmoke }: { isSmoke: boolean }): Promise<void> {
  const load: Load = isSmoke ? { phones: 20, withinMs: 2_000 } : { phones: 200, withinMs: 26_000 };
  await benchGoodNetwork(folder, load);
  await benchFaultyNetwork(folder, load);
  await benchKilledEngine(folder, load);
}

async function benchGoodNetwork(folder: string, load: Load): Promise<void> {
  const room = await openBenchRoom(folder, options);
  const diary = newDiary();
  const window = watchWindow(room);
  const seconds = await everybodyVotes(room, { port: room.port, host: room.host, keepsAlive: true }, load, diary);
  const calls = await window.stop();
  report(`The room: ${load.phones} phones join and vote`, [
    { what: 'from the first phone to the last vote received', value: seconds, unit: 's', aim: 30 },
    ...stepFigures(diary, 200),
    { what: "a window's call meanwhile, p95", value: quantile(calls, 0.95), unit: 'ms' },
    { what: "a window's call meanwhile, slowest", value: Math.max(...calls), unit: 'ms', aim: 200 },
    ...(await lostOrDoubled(room, load)),
  ]);
}

async function benchFaultyNetwork(folder: string, load: Load): Promise<void> {
  const room = await openBenchRoom(folder, options);
  const proxy = await startFaultyProxy({ host: '127.0.0.1', port: room.port });
  const diary = newDiary();
  const seconds = await everybodyVotes(room, { port: proxy.port, host: room.host, keepsAlive: false }, load, diary);
  await proxy.close();
  const { whole, ...faults } = proxy.counts;
  report(`The room: ${load.phones} phones on a network that spoils every fifth request`, [
    { what: 'from the first phone to the last vote received', value: seconds, unit: 's' },
    { what: 'requests that came through whole', value: whole, unit: '' },
    ...Object.entries(faults).map(([what, value]) => ({ what: `requests ${what}`, value, unit: '' })),
    { what: 'requests made again by phones', value: diary.retries, unit: '' },
    ...(await lostOrDoubled(room, load)),
  ]);
}

async function benchKilledEngine(folder: string, load: Load): Promise<void> {
  const room = await openBenchRoom(folder, options);
  const diary = newDiary();
  const kill = pause(load.withinMs / 3).then(() => room.killEngine());
  const voted = everybodyVotes(room, { port: room.port, host: room.host, keepsAlive: true }, load, diary);
  await kill;
  const seconds = await voted;
  report(`The room: ${load.phones} phones, the engine killed in the middle of the vote`, [
    { what: 'from the first phone to the last vote received', value: seconds, unit: 's' },
    { what: 'requests made again by phones', value: diary.retries, unit: '' },
    ...stepFigures(diary),
    ...(await lostOrDoubled(room, load)),
  ]);
}

/** Which options phone number `n` gives its dots to; all different enough that one answer cannot stand for another. */
function dotsOf(phone: number): Record<string, string> {
  const first = phone % options.length;
  const second = (first + 1 + (Math.floor(phone / options.length) % (options.length - 1))) % options.length;
  return { [first]: '2', [second]: '1' };
}

async function everybodyVotes(room: BenchRoom, line: Line, { phones, withinMs }: Load, diary: Diary): Promise<number> {
  const started = performance.now();
  await Promise.all(
    Array.from({ length: phones }, async (_, number) => {
      const phone = new BenchPhone(line, diary);
      await pause((number + Math.random()) * (withinMs / phones));
      await phone.join(room.code);
      await phone.vote(room.ballotId, dotsOf(number));
      phone.close();
    }),
  );
  return (performance.now() - started) / 1000;
}

function stepFigures({ times }: Diary, aim?: number): Figure[] {
  return Object.entries(times).flatMap(([step, values]) => [
    { what: `${step}, p95 of ${values.length}`, value: quantile(values, 0.95), unit: 'ms', ...(aim !== undefined && { aim }) },
  ]);
}

/** How long a window waits for the list of ballots, over and over. */
function watchWindow({ client }: BenchRoom): { stop(): Promise<number[]> } {
  const calls: number[] = [];
  let isOver = false;
  const asking = (async () => {
    const { workshopId } = await client.room.state();
    while (!isOver && workshopId !== null) {
      const started = performance.now();
      await client.ballots.list({ workshopId });
      calls.push(performance.now() - started);
      await pause(50);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await asking;
      return calls;
    },
  };
}

/** What stands in the file against what phones were told was received; anything but none fails the benchmark. */
async function lostOrDoubled(room: BenchRoom, { phones }: Load): Promise<Figure[]> {
  const ids = room.optionIds;
  const { seats, answers } = await room.finish();
  const expected = count(
    Array.from({ length: phones }, (_, phone) => Object.entries(dotsOf(phone)).map(([place, dots]) => [ids[Number(place)] ?? '', Number(dots)] as const)),
  );
  const found = count(answers.map(({ answer }) => Object.entries((JSON.parse(answer) as { dots: Record<string, number> }).dots)));
  const all = [...new Set([...expected.keys(), ...found.keys()])];
  const lost = all.reduce((sum, key) => sum + Math.max(0, (expected.get(key) ?? 0) - (found.get(key) ?? 0)), 0);
  const doubled = all.reduce((sum, key) => sum + Math.max(0, (found.get(key) ?? 0) - (expected.get(key) ?? 0)), 0);
  const voters = new Set(answers.map(({ voter }) => voter)).size;
  const figures = [
    { what: 'votes in the file', value: answers.length, unit: '' },
    { what: 'votes lost', value: lost, unit: '', aim: 0 },
    { what: 'votes doubled or changed', value: doubled, unit: '', aim: 0 },
  ];
  if (lost > 0 || doubled > 0 || voters !== phones) throw new Error(`Votes went wrong: ${JSON.stringify({ lost, doubled, voters, seats, phones })}`);
  return [...figures, { what: 'seats beyond the phones (a form that was never answered)', value: seats - phones, unit: '', aim: 0 }];
}

function count(answers: readonly (readonly (readonly [string, number])[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const dots of answers) {
    const key = JSON.stringify(dots.filter(([, number]) => number > 0).sort(([one], [other]) => (one < other ? -1 : 1)));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
