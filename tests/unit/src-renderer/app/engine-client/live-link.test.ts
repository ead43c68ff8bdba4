import type { ClientContext, ClientLink } from '@orpc/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createListeners } from '#renderer/app/engine-client/listeners.ts';
import { createLiveLink } from '#renderer/app/engine-client/live-link.ts';

const answering = (answer: unknown): ClientLink<ClientContext> => ({ call: async () => answer });

afterEach(() => {
  vi.useRealTimers();
});

describe('A line to the engine that comes and goes', () => {
  it('serves calls over the newest line', async () => {
    const live = createLiveLink();
    live.connected(answering([]));
    expect(await live.client.project.recent()).toEqual([]);
    live.connected(answering(['second']));
    expect(await live.client.project.recent()).toEqual(['second']);
  });

  it('lets calls wait for a moment while it is lost', async () => {
    const live = createLiveLink();
    const call = live.client.project.recent();
    live.connected(answering(['late']));
    expect(await call).toEqual(['late']);
  });

  it('fails a call that waited too long, and only that one', async () => {
    vi.useFakeTimers();
    const live = createLiveLink();
    const call = expect(live.client.project.recent()).rejects.toThrow('lost');
    await vi.advanceTimersByTimeAsync(10_000);
    await call;
    live.connected(answering([]));
    expect(await live.client.project.recent()).toEqual([]);
  });

  it('tells each change of state once, until nobody listens', () => {
    const live = createLiveLink();
    const states: string[] = [];
    const stop = live.onState((state) => states.push(state));
    live.connected(answering(1));
    live.connected(answering(2));
    live.lost();
    live.lost();
    stop();
    live.connected(answering(3));
    expect(states).toEqual(['connected', 'lost']);
  });
});

describe('Listeners', () => {
  it('keep what is said before anyone listens, and between two listeners', () => {
    const commands = createListeners<string>();
    commands.tell('early');
    const heard: string[] = [];
    const stop = commands.add((command) => heard.push(command));
    commands.tell('now');
    stop();
    commands.tell('between');
    commands.add((command) => heard.push(command));
    expect(heard).toEqual(['early', 'now', 'between']);
  });
});
