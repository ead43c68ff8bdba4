/**
 * `npm run test:crash` sets these; without it the tests run in their short form. The seed decides what is done, when the engine dies by a
 * disk operation and what a power cut takes; only kills by the clock fall a little elsewhere each time.
 */
export const crashOptions = {
  isFull: process.env.CRASH_KILLS !== undefined,
  kills: Number(process.env.CRASH_KILLS ?? 30),
  seed: Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 1_000_000)),
};

/** Milliseconds after which a test hangs, however busy the machine is. */
export const hangs = crashOptions.isFull ? 7_200_000 : 600_000;
