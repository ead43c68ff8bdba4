import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Line {
  /** What the phone connects to: the server, or a bad network in front of it. */
  readonly port: number;
  /** What it calls the server. */
  readonly host: string;
  readonly keepsAlive: boolean;
}
export type Step = 'way in' | 'join' | 'after joining' | 'form' | 'vote' | 'received';
/** Milliseconds of each single request that was answered, and how often one had to be made again. */
export interface Diary {
  readonly times: Record<Step, number[]>;
  retries: number;
}

export function newDiary(): Diary {
  return { times: { 'way in': [], join: [], 'after joining': [], form: [], vote: [], received: [] }, retries: 0 };
}

const patienceMs = 6_000;
const pauseMs = 800;
const mostTries = 60;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An honest phone: joins, votes, and sends the same form with the same key again until it has been heard. */
export class BenchPhone {
  readonly #line: Line;
  readonly #diary: Diary;
  readonly #agent: Agent;
  #seat = '';

  constructor(line: Line, diary: Diary) {
    this.#line = line;
    this.#diary = diary;
    this.#agent = new Agent({ keepAlive: line.keepsAlive, maxSockets: 1 });
  }

  async join(code: string): Promise<void> {
    const page = await this.#insist('way in', `/?c=${code}`);
    const answer = await this.#insist('join', '/join', { code, key: keyOf(page), go: 'in' });
    this.#seat = /seat=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
    if (this.#seat === '') throw new Error(`A phone stays outside: ${answer.status} ${answer.body.slice(0, 200)}`);
    await this.#insist('after joining', '/');
  }

  /** Opens the form and sends it; `fields` as the form has them. */
  async vote(ballotId: string, fields: Record<string, string>): Promise<void> {
    const form = await this.#insist('form', `/ballot/${ballotId}`);
    const answer = await this.#insist('vote', `/ballot/${ballotId}`, { key: keyOf(form), part: '0', go: 'send', ...fields });
    if (answer.status !== 303) throw new Error(`A vote was not taken: ${answer.status} ${answer.body.slice(0, 300)}`);
    const page = await this.#insist('received', String(answer.headers.location));
    if (!page.body.includes('role=status')) throw new Error('A vote was taken but is not shown as received.');
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Asks until there is an answer that is whole and not «one moment». */
  async #insist(step: Step, path: string, fields?: Record<string, string>): Promise<Answer> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const started = performance.now();
      const answer = await this.#ask(path, fields).catch(() => null);
      if (answer && answer.status !== 503 && answer.status !== 429) {
        this.#diary.times[step].push(performance.now() - started);
        return answer;
      }
      this.#diary.retries += 1;
      await pause(pauseMs * (0.5 + Math.random()));
    }
    throw new Error(`No answer to ${path} after ${mostTries} tries.`);
  }

  #ask(path: string, fields?: Record<string, string>): Promise<Answer> {
    const { host, port } = this.#line;
    const body = fields && new URLSearchParams(fields).toString();
    const headers = {
      host,
      'accept-language': 'en',
      ...(this.#seat !== '' && { cookie: `seat=${this.#seat}` }),
      ...(body !== undefined && {
        origin: `http://${host}`,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
      }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers, agent: this.#agent, timeout: patienceMs },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          answer.once('error', reject);
          answer.once('close', () =>
            answer.complete ? resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }) : reject(new Error('cut')),
          );
        },
      );
      sent.once('timeout', () => sent.destroy(new Error('too late')));
      sent.once('error', reject);
      sent.end(body);
    });
  }
}

function keyOf(page: Answer): string {
  const key = /name=key value="([^"]*)"/.exec(page.body)?.[1];
  if (!key) throw new Error(`A page without a form: ${page.status} ${page.body.slice(0, 300)}`);
  return key;
}
