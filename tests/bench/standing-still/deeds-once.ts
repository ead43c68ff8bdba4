/** Deeds one after the other in a process of their own: `node deeds-once.ts JSON` prints what each of them came to, as JSON. */
import { startEngine } from '../project-file/engine-at-hand.ts';
import { type DeedFiles, deeds, peakMegabytes } from './deeds.ts';
import { type Watched, watchEngine } from './watch-engine.ts';

export interface DeedsAsk {
  readonly project: string;
  readonly names: readonly string[];
  readonly files: DeedFiles;
}

export interface DeedTold extends Watched {
  readonly name: string;
  /** Of the process until here. */
  readonly megabytes: number;
  readonly problem: string | null;
}

const ask = JSON.parse(process.argv[2] ?? '{}') as DeedsAsk;
const engine = startEngine(ask.files.folder);
await engine.open(ask.project);
const told: DeedTold[] = [];
for (const name of ask.names) {
  const deed = deeds[name];
  if (!deed) throw new Error(`no deed ${name}`);
  let problem: string | null = null;
  const watched = await watchEngine(async () => {
    try {
      await deed(engine, ask.files);
    } catch (error) {
      problem = String(error);
    }
  });
  told.push({ name, ...watched, megabytes: peakMegabytes(), problem });
}
console.log(JSON.stringify(told));
engine.close();
