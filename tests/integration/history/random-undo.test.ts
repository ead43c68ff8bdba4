import { describe, expect, test } from 'vitest';
import { gatherProfile } from '#main/engine/outputs/gather-profile.ts';
import { writeWorkbook } from '#main/exports/workbook/workbook.ts';
import { contentsOf } from '../../fixtures/contents.ts';
import { type EngineFixture, newProject, resourcesFolder } from '../../fixtures/engine.ts';
import { exportContextOf } from '../../fixtures/export-context.ts';
import { cases, fc } from '../../property-cases.ts';
import { type Deed, deedArbitrary, deeds, doDeed } from './random-deeds.ts';

const histories = cases(12);

/** Something of every kind, so that there is much to change from the first deed on. */
const beginnings: readonly Deed[] = (
  [
    'importAreas',
    'importPopulation',
    'importIncidents',
    'importFigures',
    'importSurvey',
    'importStakeholders',
    'rate',
    'addRisk',
    'addFinding',
    'addFromFindings',
    'addGroup',
    'setTally',
  ] as const
)
  .concat(['addObjective', 'addMeasure', 'addObservation', 'updatePolicy', 'setTeam'] as never[])
  .map((what, index) => ({ what, a: 7 + index, b: 5 + index, text: `begin ${index}` }));

interface State {
  readonly contents: Record<string, unknown[]>;
  /** What every output prints, but for when the project was changed last. */
  readonly printed: string;
  readonly workbook: string;
}

/** What people in the room answered stands whatever the facilitator takes back. */
const answered: ReadonlySet<string> = new Set(['voter', 'ballot_answer', 'ballot_hands']);

function undoable(contents: Record<string, unknown[]>): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(contents).filter(([table]) => !answered.has(table)));
}

async function stateOf(city: EngineFixture): Promise<State> {
  const data = {
    ...gatherProfile(city.project(), { resourcesFolder, language: 'en', appVersion: 'test' }),
    changedAt: '2025-01-01T00:00:00.000Z',
    revision: 1,
  };
  const workbook = await writeWorkbook(data, exportContextOf('en'));
  return { contents: undoable(contentsOf(city.project())), printed: JSON.stringify(data), workbook: Buffer.from(workbook).toString('base64') };
}

async function newestStep(city: EngineFixture): Promise<number> {
  return (await city.client.history.steps()).undo?.revision ?? 0;
}

async function undoDownTo(city: EngineFixture, revision: number): Promise<number> {
  let steps = 0;
  for (; (await newestStep(city)) > revision; steps += 1) await city.client.history.undo();
  return steps;
}

describe('undo', { timeout: 3_600_000 }, () => {
  test(`takes back whatever was done, to the first state byte for byte, and redo does all of it again (${histories} histories)`, async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(deedArbitrary, { minLength: 1, maxLength: 25, size: 'max' }), async (isBegun, planned) => {
        const city = await newProject();
        try {
          if (isBegun) for (const deed of beginnings) await doDeed(city, deed);
          const begin = await newestStep(city);
          const first = await stateOf(city);
          for (const deed of planned) {
            // What was there before the first state stays.
            if ((deed.what === 'undo' || deed.what === 'redo') && (await newestStep(city)) <= begin) continue;
            if (await doDeed(city, deed)) done.set(deed.what, (done.get(deed.what) ?? 0) + 1);
          }
          const last = await stateOf(city);
          const steps = await undoDownTo(city, begin);
          expect(await stateOf(city)).toEqual(first);
          for (let step = 0; step < steps; step += 1) await city.client.history.redo();
          expect(await stateOf(city)).toEqual(last);
        } finally {
          city.close();
        }
      }),
      { numRuns: histories },
    );
    const neverDone = Object.keys(deeds).filter((what) => !done.has(what));
    // The short form cannot come by every deed.
    if (histories >= 500) expect(neverDone).toEqual([]);
  });
});
