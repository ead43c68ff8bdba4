/**
 * Hybrid logical clock (Kulkarni and others, 2014): milliseconds of the engine's clock, and a counter where that clock stands still or runs
 * behind what was already seen. Written so that text order is time order. A laptop whose clock is years ahead is neither refused nor
 * obeyed for ever: others go on counting from the latest moment they have seen.
 */
export type Clock = string;

const millisecondDigits = 9;
const counterDigits = 6;
const radix = 36;

/** The next moment after `last` (empty = none yet), never earlier than `nowMilliseconds`. */
export function nextClock(last: Clock, nowMilliseconds: number): Clock {
  const lastMilliseconds = last === '' ? 0 : Number.parseInt(last.slice(0, millisecondDigits), radix);
  const now = Math.max(0, Math.floor(nowMilliseconds));
  if (now > lastMilliseconds) return write(now, 0);
  return write(lastMilliseconds, Number.parseInt(last.slice(millisecondDigits), radix) + 1);
}

function write(milliseconds: number, counter: number): Clock {
  return milliseconds.toString(radix).padStart(millisecondDigits, '0') + counter.toString(radix).padStart(counterDigits, '0');
}

/** The later of two moments. */
export function laterClock(a: Clock, b: Clock): Clock {
  return a > b ? a : b;
}
