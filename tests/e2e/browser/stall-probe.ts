import type { Page } from '@playwright/test';

/** A stretch in which the page could answer nobody. */
export interface Stall {
  /** Longest task of the page's main thread on the clock, in milliseconds. */
  readonly clock: number;
  /** The most of it that the page itself worked; the rest is what the machine did besides. */
  readonly work: number;
}

/** Measures the longest task of the page's main thread from now until the returned function is called, from the browser's own trace. */
export async function probeStalls(page: Page): Promise<() => Promise<Stall>> {
  const browser = page.context().browser();
  if (!browser) throw new Error('Only a browser of its own can be traced.');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
    const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf));
    const tasks = traceEvents.filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(threadOf(event)));
    const longest = (part: 'dur' | 'tdur') => Math.round(Math.max(0, ...tasks.map((task) => task[part] ?? 0)) / 1000);
    return { clock: longest('dur'), work: longest('tdur') };
  };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}
