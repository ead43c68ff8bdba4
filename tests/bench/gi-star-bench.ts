import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUndefined } from '#shared/domain/figure-facts.ts';
import { falseDiscoveryFlags, getisOrd } from '#shared/methods/getis-ord.ts';
import { gridNeighbours } from '#shared/methods/neighbours.ts';
import { randomSource } from '#shared/methods/random-source.ts';
import { median, runProcess } from './measure.ts';

const columns = 160;
const rows = 125;
/** Results agree to this. */
const tolerance = 1e-9;

/** Each cell and its eight neighbours summed by shifting the whole table, then the same formula: how one writes it in NumPy. */
const numpyProgram = `
import sys, time, numpy as np
columns, rows, runs = (int(part) for part in sys.argv[3:6])
x = np.fromfile(sys.argv[1]).reshape(rows, columns)
best = []
for _ in range(runs):
    start = time.perf_counter()
    n = x.size
    mean = x.mean()
    s = np.sqrt((x * x).mean() - mean * mean)
    padded = np.pad(x, 1)
    ones = np.pad(np.ones_like(x), 1)
    total = np.zeros_like(x)
    w = np.zeros_like(x)
    for down in range(3):
        for across in range(3):
            total += padded[down:down + rows, across:across + columns]
            w += ones[down:down + rows, across:across + columns]
    z = (total - mean * w) / (s * np.sqrt((n * w - w * w) / (n - 1)))
    best.append((time.perf_counter() - start) * 1000)
z.tofile(sys.argv[2])
print(sorted(best)[len(best) // 2])
`;

/** Gi* on 20,000 cells: neighbours, z-scores and false discoveries, beside NumPy's z-scores where python3 has NumPy; the two must agree. */
export async function benchGiStar(folder: string, runs: number): Promise<void> {
  const random = randomSource(20_000);
  const values = Float64Array.from({ length: columns * rows }, () => Math.floor(random.next() ** 4 * 60));
  const cells = Array.from(values, (_, at) => ({ column: at % columns, row: Math.floor(at / columns) }));
  const times = { neighbours: [] as number[], scores: [] as number[], flags: [] as number[] };
  let z = new Float64Array();
  for (let run = 0; run < runs + 1; run += 1) {
    const started = performance.now();
    const neighbours = gridNeighbours('square', cells);
    const listed = performance.now();
    const result = getisOrd(values, neighbours);
    const scored = performance.now();
    if (isUndefined(result)) throw new Error('Gi* is undefined');
    falseDiscoveryFlags(result.p);
    if (run > 0) {
      times.neighbours.push(listed - started);
      times.scores.push(scored - listed);
      times.flags.push(performance.now() - scored);
    }
    z = Float64Array.from(result.z);
  }
  const whole = median(times.neighbours) + median(times.scores) + median(times.flags);
  console.log(`\nGi* on ${values.length} cells (median of ${runs})`);
  console.log(
    `  neighbours ${median(times.neighbours).toFixed(1)} ms, z and p ${median(times.scores).toFixed(1)} ms, false discoveries ${median(times.flags).toFixed(1)} ms: ${whole.toFixed(1)} ms`,
  );
  const numpy = await compareWithNumpy(folder, values, z, runs);
  console.log(
    numpy === null
      ? '  NumPy: not on this machine'
      : `  NumPy, z only: ${numpy.ms.toFixed(1)} ms; largest difference of z ${numpy.difference.toExponential(1)}`,
  );
}

async function compareWithNumpy(folder: string, values: Float64Array, z: Float64Array, runs: number): Promise<{ ms: number; difference: number } | null> {
  const [valuesPath, scoresPath, program] = ['gi-values.bin', 'gi-scores.bin', 'gi.py'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(valuesPath, new Uint8Array(values.buffer));
  writeFileSync(program, numpyProgram);
  const run = await runProcess('python3', [program, valuesPath, scoresPath, String(columns), String(rows), String(runs)]).catch(() => null);
  if (!run || !existsSync(scoresPath)) return null;
  const bytes = readFileSync(scoresPath);
  const theirs = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const difference = z.reduce((largest, score, at) => Math.max(largest, Math.abs(score - (theirs[at] ?? Number.NaN))), 0);
  if (!(difference <= tolerance)) throw new Error(`Gi* differs from NumPy's by ${difference}`);
  return { ms: Number(run.out.trim()), difference };
}
