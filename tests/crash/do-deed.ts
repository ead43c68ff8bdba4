import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineClient } from '#shared/contract/contract.ts';
import { type Deed, importedRow } from './city-model.ts';
import type { EngineUnderTest } from './engine-under-test.ts';

/** Asks the engine for it through the contract; resolves with its acknowledgement. `sources` is where files to import are put. */
export async function doDeed(engine: EngineUnderTest, deed: Deed, sources: string): Promise<void> {
  const { client } = engine;
  switch (deed.kind) {
    case 'mandate':
      await client.project.updateCity({ mandate: deed.text });
      break;
    case 'vision':
      await client.policy.update({ vision: deed.text });
      break;
    case 'add-stakeholder':
      await client.stakeholders.add({ name: deed.name, note: deed.note });
      break;
    case 'rate':
      await client.stakeholders.rate({ id: await stakeholderId(client, deed.name), rater: deed.rater, power: deed.power, interest: deed.interest });
      break;
    case 'remove-stakeholder':
      await client.stakeholders.remove({ id: await stakeholderId(client, deed.name) });
      break;
    case 'add-area':
      await client.areas.add({ name: deed.name });
      break;
    case 'population': {
      const id = idOf(await client.areas.list({}), ({ name }) => name === deed.area);
      await client.areas.setPopulation({ id, population: { value: deed.value, year: deed.year, source: '' } });
      break;
    }
    case 'add-finding':
      await client.findings.add({
        sentence: deed.sentence,
        evidence: deed.evidence.map((text) => ({ kind: 'walk' as const, stance: 'for' as const, text, source: '', refId: null })),
      });
      break;
    case 'remove-finding':
      await client.findings.remove({ id: idOf(await client.findings.list(), ({ sentence }) => sentence === deed.sentence) });
      break;
    case 'priorities-from-findings':
      await client.priorities.addFromFindings();
      break;
    case 'add-group':
      await client.priorities.addGroup({ name: deed.name, people: deed.people });
      break;
    case 'tally': {
      const groupId = idOf((await client.priorities.vote()).groups, ({ name }) => name === deed.group);
      const priorityId = idOf(await client.priorities.list(), ({ title }) => title === deed.priority);
      await client.priorities.setTally({ groupId, priorityId, dots: deed.dots });
      break;
    }
    case 'remove-group':
      await client.priorities.removeGroup({ id: idOf((await client.priorities.vote()).groups, ({ name }) => name === deed.name) });
      break;
    case 'import': {
      const path = join(sources, deed.file);
      writeFileSync(path, registerText(deed.file, deed.rows));
      const stream = await client.imports.run({ file: await engine.hand(path), kind: 'stakeholders' });
      while (!(await stream.next()).done);
      break;
    }
    case 'remove-dataset':
      await client.imports.removeDataset({ id: idOf(await client.imports.datasets(), ({ fileName }) => fileName === deed.file) });
      break;
    case 'snapshot':
      await client.history.addSnapshot({ name: deed.name });
      break;
    case 'restore-snapshot': {
      const snapshot = (await client.history.snapshots()).find(({ name }) => name === deed.name);
      await client.history.restoreProject({ revision: snapshot?.revision ?? -1 });
      break;
    }
    case 'undo':
      await client.history.undo();
      break;
    case 'redo':
      await client.history.redo();
      break;
  }
}

function registerText(file: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const { name, note, power, interest } = importedRow(file, row);
    return [name, 'police', 'public-body', '', '', power, interest, note].join(',');
  });
  return ['name,sector,kind,mandate,represents,power,interest,note', ...lines, ''].join('\n');
}

async function stakeholderId(client: EngineClient, name: string): Promise<string> {
  return idOf(await client.stakeholders.list(), (stakeholder) => stakeholder.name === name);
}

function idOf<Thing extends { id: string }>(things: readonly Thing[], isIt: (thing: Thing) => boolean): string {
  const found = things.find(isIt);
  if (!found) throw new Error('what the deed is about is not in the project');
  return found.id;
}
