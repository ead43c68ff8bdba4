/** Every reading procedure in a process of its own: `node readings-once.ts PROJECT FOLDER [NAME,NAME]` prints their times as JSON. */
import { startEngine } from '../project-file/engine-at-hand.ts';
import { type ReadingTime, readingTimes } from './reading-times.ts';

const [project = '', folder = '', only] = process.argv.slice(2);
const engine = startEngine(folder);
await engine.open(project);
if ((await engine.client.policyText.drafts()).length === 0) {
  for (const language of ['en', 'es', 'ar'] as const) await engine.client.policyText.addDraft({ template: 'long-policy', language });
}
const tell = ({ name, first, again }: ReadingTime) => console.error(`${name} ${first.toFixed(0)} ${again.toFixed(0)}`);
console.log(JSON.stringify(await readingTimes(engine, tell, only?.split(','))));
engine.close();
