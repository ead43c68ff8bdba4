import { setTimeout } from 'node:timers/promises';

/** How long a deed took and the longest stretch of it in which the engine answered nobody, in milliseconds. */
export interface Watched {
  readonly ms: number;
  readonly longestStall: number;
}

const everyMs = 5;

/** Looks at the clock every 5 ms until the deed is over: what a click would have waited for at the worst moment. */
export async function watchEngine(deed: () => Promise<unknown>): Promise<Watched> {
  await setTimeout(50);
  let [longestStall, last] = [0, performance.now()];
  const look = () => {
    const now = performance.now();
    longestStall = Math.max(longestStall, now - last - everyMs);
    last = now;
  };
  const looking = setInterval(look, everyMs);
  const start = performance.now();
  try {
    await deed();
    const ms = performance.now() - start;
    await setTimeout(everyMs * 2);
    return { ms, longestStall };
  } finally {
    clearInterval(looking);
  }
}
