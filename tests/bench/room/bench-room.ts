import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { connectThroughDoor } from '../../fixtures/door-client.ts';
import { freePort } from '../../fixtures/free-port.ts';
import { node } from '../measure.ts';

/** An open room with one ballot, served as it is in use: door, engine and participants' server in processes of their own. */
export interface BenchRoom {
  readonly client: Awaited<ReturnType<typeof connectThroughDoor>>['client'];
  readonly ballotId: string;
  readonly optionIds: readonly string[];
  readonly code: string;
  /** `127.0.0.1:port` of the participants' server. */
  readonly host: string;
  readonly port: number;
  killEngine(): Promise<void>;
  /** Ends everything, and reads from the file what stands in it. */
  finish(): Promise<{ seats: number; answers: { voter: string; answer: string }[] }>;
}

const program = fileURLToPath(new URL('./door-process.ts', import.meta.url));

export async function openBenchRoom(parent: string, options: readonly string[]): Promise<BenchRoom> {
  const folder = mkdtempSync(join(parent, 'room-'));
  const child = fork(program, [folder], { execPath: node, execArgv: [] });
  const { url, port: doorPort } = await heard<{ url: string; port: number }>(child);
  const { client, close } = await connectThroughDoor({ newAddress: () => url, port: doorPort } as Parameters<typeof connectThroughDoor>[0]);
  const path = join(folder, 'city.citysafety');
  const { file } = await client.files.fromPath({ path });
  await client.project.create({ file, city: { name: 'Puerto Prueba', country: 'MX', languages: ['en', 'es', 'ar'] } });
  const { id: workshopId } = await client.workshops.add({ title: 'Safe streets', template: '' });
  await client.room.setSettings({ address: '127.0.0.1', port: await freePort(), asks: [] });
  const list = options.map((text) => ({ text, picture: '', refId: null, quiz: null }));
  const made = await client.ballots.add({ workshopId, kind: 'dots', subject: 'own', question: 'What should the city do first?', options: list });
  await client.ballots.update({ id: made.id, patch: { settings: { ...made.settings, dotsPerPerson: 3, capPerOption: 2 } } });
  await client.ballots.open({ id: made.id });
  const room = await client.room.open({ workshopId });
  if (room.participants.state !== 'open') throw new Error(`The room did not open: ${room.participants.problem}`);
  const { port, address } = room.participants;
  return {
    client,
    ballotId: made.id,
    optionIds: made.options.map(({ id }) => id),
    code: room.code,
    host: `${address}:${port}`,
    port,
    killEngine: async () => {
      child.send('engine');
      const { engine } = await heard<{ engine: number }>(child);
      if (engine > 0) process.kill(engine, 'SIGKILL');
    },
    finish: async () => {
      close();
      const gone = once(child, 'exit');
      child.send('close');
      await gone;
      return readFile(path, made.id);
    },
  };
}

function readFile(path: string, ballotId: string): Awaited<ReturnType<BenchRoom['finish']>> {
  const file = new Database(path, { readonly: true });
  try {
    const { seats } = file.prepare("SELECT count(*) AS seats FROM voter WHERE channel = 'phone'").get() as { seats: number };
    const answers = file.prepare('SELECT voter_id AS voter, answer FROM ballot_answer WHERE ballot_id = ?').all(ballotId) as {
      voter: string;
      answer: string;
    }[];
    return { seats, answers };
  } finally {
    file.close();
  }
}

async function heard<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, 'message')) as [Message];
  return message;
}
