import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Many tests start the command line, the engine or one of its helpers from the sources: what Node remembers of them halves each start.
process.env.NODE_COMPILE_CACHE ??= here('.cache/compiled');

/** Longest first: one that begins when all others are done is waited for with an idle core. Seconds alone on a core, roughly. */
const longFiles: Readonly<Record<string, number>> = {
  'tests/integration/merging/algebra.test.ts': 180,
  'tests/security/hostile-files.test.ts': 90,
  'tests/crash/kills.test.ts': 55,
  'tests/integration/project/recover.test.ts': 50,
  'tests/integration/outputs/office.test.ts': 50,
  'tests/integration/cli/spawned-cli.test.ts': 45,
  'tests/crash/migration.test.ts': 40,
  'tests/integration/project/migrations-for-ever.test.ts': 40,
  'tests/integration/history/compaction.test.ts': 38,
  'tests/integration/cli/demo.test.ts': 35,
  'tests/integration/project/encryption.test.ts': 25,
  'tests/crash/power-cut.test.ts': 25,
};

/** A new machine has no times of an earlier run, by which Vitest would order. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weight = ({ moduleId }: TestSpecification) =>
      (longFiles[moduleId.slice(here('.').length).replaceAll('\\', '/')] ?? 0) * 1e9 + statSync(moduleId).size;
    return files.toSorted((a, b) => weight(b) - weight(a));
  }
}

/** A search tries each property on many times as many cases, and may take as many times as long. */
const longer = Math.max(1, Number(process.env.PROPERTY_TIMES ?? 1));

export default defineConfig({
  test: {
    // Tests wait for files and processes as much as for the processor: one file per core, none left idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 * longer } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/security/**/*.test.ts', 'tests/crash/**/*.test.ts'],

          testTimeout: 120_000 * longer,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
