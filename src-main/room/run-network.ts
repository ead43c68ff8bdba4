import type { ControlQuestions } from '../engine/process/control.ts';
import { RefusalError } from '../engine/refuse.ts';
import type { ListenerNews, RoomQuestionName, RoomQuestions, RoomWanted } from '../engine/room/room-questions.ts';
import type { PageLine } from '../serving/served.ts';
import { type CoFacilitatorDoor, openCoFacilitatorDoor } from './co-facilitators/co-facilitator-door.ts';
import type { EngineAcross } from './engine-across.ts';
import type { FromNetwork, NetworkFolders, NetworkQuestion, ToNetwork } from './network-wire.ts';
import { createRoomApp } from './room-app.ts';
import { serveRoom } from './serve-room.ts';

export interface Network {
  receive(message: ToNetwork): void;
  close(): Promise<void>;
}

interface Listening {
  readonly address: string;
  /** What was asked for; 0 = any. */
  readonly wantedPort: number;
  readonly port: number;
  close(): Promise<void>;
}

/** An engine that says nothing for so long is away: whoever waits is told to try again. */
const answerPatienceMs = 10_000;

/**
 * Everything that listens on the local network, in a process of its own: participants' pages and the co-facilitators' door, each on a port of
 * its own, opened and closed as the engine wants.
 */
export function runNetwork(post: (message: FromNetwork) => void): Network {
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const lines = new Map<number, PageLine>();
  const listening: Partial<Record<ListenerNews['listener'], Listening>> = {};
  let folders: NetworkFolders | undefined;
  let isEngineRunning = false;
  let lastId = 0;
  let lastLine = 0;
  let coDoor: CoFacilitatorDoor | undefined;
  // Listeners open and close one after the other, whatever comes in meanwhile.
  let turn = Promise.resolve();

  const engine: EngineAcross = {
    get isRunning() {
      return isEngineRunning;
    },
    ask<Name extends NetworkQuestion>(name: Name, ask: ControlQuestions[Name]['ask']) {
      const id = ++lastId;
      return new Promise<ControlQuestions[Name]['answer']>((resolve, reject) => {
        const timer = setTimeout(() => {
          if (waiting.delete(id)) reject(new Error('the engine does not answer'));
        }, answerPatienceMs);
        const settled = <Value>(settle: (value: Value) => void) => {
          return (value: Value) => {
            clearTimeout(timer);
            settle(value);
          };
        };
        // Both sides of this agreement are typed by `ControlQuestions`.
        waiting.set(id, { resolve: settled(resolve as (answer: unknown) => void), reject: settled(reject) });
        post({ kind: 'ask', id, name, ask } as FromNetwork);
      });
    },
    openLine(page, visitor) {
      const line = ++lastLine;
      lines.set(line, page);
      post({ kind: 'line-open', line, visitor });
      return {
        send: (data) => post({ kind: 'line-frame', line, data }),
        close: () => {
          if (lines.delete(line)) post({ kind: 'line-close', line });
        },
      };
    },
  };

  const openParticipants = async ({ address, port }: { address: string; port: number }): Promise<Listening> => {
    if (!folders) throw new Error('not started');
    let host = '';
    const app = createRoomApp({
      // The five questions of the room are the parts of one question of the door.
      ask: <Name extends RoomQuestionName>(name: Name, ask: RoomQuestions[Name]['ask']) =>
        engine.ask('room', { name, ...ask } as ControlQuestions['room']['ask']) as Promise<RoomQuestions[Name]['answer']>,
      hosts: () => [host],
      resources: folders.resources,
      now: () => Date.now(),
    });
    const server = await serveRoom(app, { address, port });
    host = `${address}:${server.port}`;
    return { address, wantedPort: port, port: server.port, close: server.close };
  };

  const openCoFacilitators = async ({ address, port }: { address: string; port: number }): Promise<Listening> => {
    if (!folders) throw new Error('not started');
    const door = await openCoFacilitatorDoor({ address, port, folders, engine });
    coDoor = door;
    return { address, wantedPort: port, port: door.port, close: door.close };
  };

  const follow = async (name: ListenerNews['listener'], wanted: RoomWanted['participants']): Promise<void> => {
    const now = listening[name];
    if (now && wanted && isAsWanted(name, now, wanted)) {
      // An engine that was started again does not know yet.
      post({ kind: 'news', news: { listener: name, state: 'open', port: now.port, problem: '' } });
      return;
    }
    if (now) {
      delete listening[name];
      await now.close();
      if (!wanted) post({ kind: 'news', news: { listener: name, state: 'closed', port: 0, problem: '' } });
    }
    if (!wanted) return;
    try {
      const opened = await (name === 'participants' ? openParticipants(wanted) : openCoFacilitators(wanted));
      listening[name] = opened;
      post({ kind: 'news', news: { listener: name, state: 'open', port: opened.port, problem: '' } });
    } catch (error) {
      post({ kind: 'news', news: { listener: name, state: 'failed', port: wanted.port, problem: problemOf(error) } });
    }
  };
  return {
    receive(message) {
      if (message.kind === 'start') folders = message.folders;
      else if (message.kind === 'engine') isEngineRunning = message.isRunning;
      else if (message.kind === 'want') {
        turn = turn.then(() => follow('participants', message.wanted.participants)).then(() => follow('coFacilitators', message.wanted.coFacilitators));
      } else if (message.kind === 'drop') coDoor?.drop(message.visitorId);
      else if (message.kind === 'line-frame') lines.get(message.line)?.send(message.data);
      else if (message.kind === 'line-stopped') {
        lines.get(message.line)?.stopped();
        lines.delete(message.line);
      } else {
        const asked = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.kind === 'answer') asked?.resolve(message.answer);
        else if (message.kind === 'refused') asked?.reject(new RefusalError(message.refusal.code, message.refusal.params));
        else asked?.reject(new Error('the engine is away'));
      }
    },
    async close() {
      await Promise.all(Object.values(listening).map((one) => one.close()));
    },
  };
}

/** The co-facilitators' port stands on no card: the one they have is kept. */
function isAsWanted(name: ListenerNews['listener'], now: Listening, wanted: { address: string; port: number }): boolean {
  return now.address === wanted.address && (name === 'coFacilitators' || now.wantedPort === wanted.port || now.port === wanted.port);
}

function problemOf(error: unknown): ListenerNews['problem'] {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return 'port-in-use';
  if (code === 'EADDRNOTAVAIL') return 'address-gone';
  if (code === 'EACCES' || code === 'EPERM') return 'not-allowed';
  console.error(error);
  return 'other';
}
