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

/** A stream whose every step is taken on behalf of whoever asked for it: its reader may be anybody. */
export async function* streamOnBehalf<Yielded, Returned>(stream: AsyncGenerator<Yielded, Returned>): AsyncGenerator<Yielded, Returned> {
  const person = authorOfRequest();
  if (person === undefined) return yield* stream;
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
