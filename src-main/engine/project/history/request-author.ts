import { AsyncLocalStorage } from 'node:async_hooks';

/** Who asked for what is being done now, where that is somebody else than the person at this machine. */
const requestAuthor = new AsyncLocalStorage<string>();

/** Everything that `work` changes, also later, is changed by this person. Null = by whoever works at this machine. */
export function onBehalfOf<Result>(person: string | null, work: () => Result): Result {
  return person === null ? work() : requestAuthor.run(person, work);
}

/** Undefined: the person at this machine. */
export function authorOfRequest(): string | undefined {
  return requestAuthor.getStore();
}

/** A stream whose every step is taken on behalf of whoever asks for it now: its reader may be anybody, and starts it when the request is over. */
export function streamOnBehalf<Yielded, Returned>(stream: AsyncGenerator<Yielded, Returned>): AsyncGenerator<Yielded, Returned> {
  const person = authorOfRequest();
  return person === undefined ? stream : stepsBy(person, stream);
}

async function* stepsBy<Yielded, Returned>(person: string, stream: AsyncGenerator<Yielded, Returned>): AsyncGenerator<Yielded, Returned> {
  try {
    while (true) {
      const step = await requestAuthor.run(person, () => stream.next());
      if (step.done) return step.value;
      yield step.value;
    }
  } finally {
    // The reader went away: so does the work.
    await requestAuthor.run(person, () => stream.return(undefined as Returned));
  }
}
