import { describe, expect, test } from 'vitest';
import { newProject } from '../../fixtures/engine.ts';

describe('the timeline', () => {
  test('is narrowed to what was done while one session ran, or while none did', async () => {
    const { client } = await newProject();
    const { id: workshopId } = await client.workshops.add({ title: 'Safe streets' });
    const [opening, closing] = [
      await client.workshops.addSession({ workshopId, title: 'Opening' }),
      await client.workshops.addSession({ workshopId, title: 'Closing' }),
    ];
    await client.stakeholders.add({ name: 'Before' });
    await client.workshops.startSession({ id: opening.id });
    await client.stakeholders.add({ name: 'In the opening' });
    await client.areas.add({ name: 'An area of the opening' });
    await client.workshops.startSession({ id: closing.id });
    await client.stakeholders.add({ name: 'In the closing' });
    await client.workshops.endSession({ id: closing.id });
    await client.stakeholders.add({ name: 'After' });

    const named = async (filter: Parameters<typeof client.history.list>[0]) => {
      const entries = await client.history.list({ subject: 'stakeholders', ...filter });
      return entries.map(({ params }) => params.name);
    };
    expect(await named({ sessionId: opening.id })).toEqual(['In the opening']);
    expect(await named({ sessionId: opening.id, subject: 'areas' })).toEqual(['An area of the opening']);
    expect(await named({ sessionId: closing.id })).toEqual(['In the closing']);
    expect(await named({ sessionId: null })).toEqual(['After', 'Before']);
    expect(await named({})).toEqual(['After', 'In the closing', 'In the opening', 'Before']);
    expect(await named({ sessionId: workshopId })).toEqual([]);
  });
});
