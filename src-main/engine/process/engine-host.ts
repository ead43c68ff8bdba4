import { onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { createEngine, type Engine } from '../engine.ts';
import { RefusalError } from '../refuse.ts';
import type { Door, EngineContext } from '../services.ts';
import type { Visitor } from '../visitor.ts';
import type { ControlAsk, ControlMessage, ControlName, ControlQuestions } from './control.ts';

/** One page's line to the engine: whole messages of the contract, as text or bytes. */
export interface EngineLine {
  send(message: string | ArrayBufferLike | ArrayBufferView): void;
  onMessage(listener: (message: string | Uint8Array) => void): void;
  onClose(listener: () => void): void;
}

/** The engine inside a process of its own: answers its door's questions and serves any number of pages. */
export interface EngineHost {
  answer(ask: ControlAsk): void;
  /** Serves the contract on this line until it closes; whatever its page still waits for is cancelled then. `visitor`: a co-facilitator's page. */
  serve(line: EngineLine, visitor?: Visitor | null): void;
  /** Copies what no copy holds yet, then closes everything. */
  end(): Promise<void>;
}

/** `tell` sends a message to the door's process. Nothing is served before the door has asked `start`. */
export function createEngineHost(options: { door: Door; tell: (message: ControlMessage) => void }): EngineHost {
  const { door, tell } = options;
  let engine: Engine | undefined;
  let handler: RPCHandler<EngineContext> | undefined;
  const lifetime = new AbortController();
  const running = () => engine ?? fail('the engine was asked before it was started');

  const answers: {
    [Name in ControlName]: (ask: ControlQuestions[Name]['ask']) => ControlQuestions[Name]['answer'] | Promise<ControlQuestions[Name]['answer']>;
  } = {
    start: ({ folders, isAgain }) => {
      engine = createEngine({
        folders,
        copiesAutomatically: true,
        room: { isAgain: isAgain ?? false, want: (wanted) => tell({ kind: 'room', wanted }), drop: (visitorId) => tell({ kind: 'drop', visitorId }) },
      });
      handler = new RPCHandler<EngineContext>(engine.router, { interceptors: [onError(reportBug)] });
      void tellProjects(engine, tell, lifetime.signal);
      return null;
    },
    hand: ({ path, fileName }) => {
      const file = running().services.files.hand(path, fileName);
      return { file, fileName: running().services.files.get(file).fileName };
    },
    locate: ({ file }) => running().services.files.get(file),
    open: ({ path }) => {
      running().services.session.open(path);
      return null;
    },
    room: (question) => running().services.room.answer(question),
    roomNews: (news) => {
      running().services.room.hear(news);
      return null;
    },
    coJoin: (ask) => running().services.room.coFacilitators.join(ask),
    coAdmit: ({ key }) => running().services.room.coFacilitators.admit(key),
  };

  return {
    answer({ id, name, ask }) {
      const failed = (error: unknown) => {
        if (error instanceof RefusalError) tell({ kind: 'refused', id, refusal: error.refusal });
        else tell({ kind: 'failed', id, problem: String(error) });
      };
      try {
        // Name and question come as one of the pairs of `ControlQuestions`.
        const answer = (answers[name] as (ask: unknown) => unknown)(ask);
        if (answer instanceof Promise) answer.then((value: unknown) => tell({ kind: 'answer', id, answer: value }), failed);
        else tell({ kind: 'answer', id, answer });
      } catch (error) {
        failed(error);
      }
    },
    serve(line, visitor) {
      const { services } = running();
      const context: EngineContext = { services, door: visitor ? { kind: 'co-facilitator', mayNamePaths: false, visitor } : door };
      if (visitor) line.onClose(services.room.coFacilitators.connected(visitor));
      const upgraded = handler?.upgrade(asSocket(line), { context });
      upgraded?.catch(reportBug);
    },
    async end() {
      await engine?.services.copies.beforeClosing();
      lifetime.abort();
      engine?.close();
    },
  };
}

async function tellProjects(engine: Engine, tell: (message: ControlMessage) => void, signal: AbortSignal): Promise<void> {
  let last: string | null = null;
  for await (const event of engine.services.session.watch(signal)) {
    const path = event.state?.path ?? null;
    if (path !== last) tell({ kind: 'project', path });
    last = path;
  }
}

type SocketLike = Parameters<RPCHandler<EngineContext>['upgrade']>[0];

/** The little of a WebSocket that the handler needs: it survives a malformed message, which its MessagePort twin does not. */
function asSocket(line: EngineLine): SocketLike {
  const socket = {
    send: (message: string | ArrayBufferLike | ArrayBufferView) => line.send(message),
    addEventListener(type: string, listener: (event: unknown) => void) {
      if (type === 'message') line.onMessage((data) => listener({ data }));
      if (type === 'close') line.onClose(() => listener({}));
    },
  };
  return socket as SocketLike;
}

/** Expected refusals are answers; what else is thrown is a bug and goes to the log. */
function reportBug(error: unknown): void {
  const isExpected = typeof error === 'object' && error !== null && 'code' in error && (error.code === 'REFUSED' || error.code === 'BAD_REQUEST');
  if (!isExpected) console.error(error);
}

function fail(message: string): never {
  throw new Error(message);
}
