/** One opening in a process of its own: `node open-once.ts FILE FOLDER` prints how long it took, in milliseconds, as JSON. */
import { startEngine } from './engine-at-hand.ts';

export interface OpeningTimes {
  readonly open: number;
  /** From the beginning until everything that the first screen asks for is answered. */
  readonly firstScreen: number;
  readonly slowest: string;
}

const [path = '', folder = ''] = process.argv.slice(2);
const { client, open, close } = startEngine(folder);
const start = performance.now();
await open(path);
const opened = performance.now() - start;
const times: [string, number][] = [];
const ask = async (name: string, answer: Promise<unknown>) => {
  await answer;
  times.push([name, performance.now() - start]);
};
// The City screen, the rail, the bar above.
await Promise.all([
  ask('project.current', client.project.current()),
  ask('project.city', client.project.city()),
  ask('project.stages', client.project.stages()),
  ask('history.steps', client.history.steps()),
  ask('history.author', client.history.author()),
  ask('merging.thisCopy', client.merging.thisCopy()),
  ask('merging.reviews', client.merging.reviews()),
]);
const [slowest, firstScreen] = times.reduce((longest, time) => (time[1] > longest[1] ? time : longest));
console.log(JSON.stringify({ open: opened, firstScreen, slowest } satisfies OpeningTimes));
close();
