import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { boroughLayer, type CityFiles, realFolder } from './city-files.ts';

const yearsMade = 6;
const rowsOfOneYear = 224_055;
/** About 50 m: a point stays in its neighbourhood, and hardly any two rows stay the same. */
const jitterDegrees = 0.0005;

/** Mexico City's case files of one year, repeated over six with points and minutes a little off: 1.34 million rows. Null where the real file is not at hand. */
export async function largeCity(): Promise<CityFiles | null> {
  if (!existsSync(realFolder)) return null;
  const folder = join(tmpdir(), 'city-safety-bench-cache');
  const incidents = join(folder, 'mexico-city-six-years.csv');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(incidents)) await makeSixYears(incidents);
  return { name: 'Mexico City over six years', rows: rowsOfOneYear * yearsMade, incidents, ...boroughLayer() };
}

async function makeSixYears(path: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`;
  const out = createWriteStream(unfinished);
  let seed = 20_231;
  const random = () => {
    // A linear congruential generator: the same file on every machine.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let back = 0; back < yearsMade; back++) {
    const lines = createInterface({
      input: createReadStream(join(realFolder, 'cdmx_carpetas_2023.csv.gz')).pipe(createGunzip()),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    let isHeader = true;
    for await (const line of lines) {
      if (!isHeader || back === 0) {
        const text = isHeader || back === 0 ? line : movedBack(line, back, random);
        if (!out.write(`${text}\n`)) await new Promise((resolve) => out.once('drain', () => resolve(null)));
      }
      isHeader = false;
    }
  }
  await new Promise((resolve) => out.end(() => resolve(null)));
  renameSync(unfinished, path);
}

/** `fecha,hora,alcaldia,colonia,delito,latitud,longitud,anio,trimestre`, some years earlier; a row with quotation marks only loses its years. */
function movedBack(line: string, back: number, random: () => number): string {
  const year = Number(line.slice(0, 4)) - back;
  const day = line.slice(4, 10) === '-02-29' ? '-02-28' : line.slice(4, 10);
  const cells = line.split(',');
  if (cells.length !== 9) return `${year}${day}${line.slice(10)}`;
  const moved = (text: string) => (text === '' ? '' : (Number(text) + (random() - 0.5) * 2 * jitterDegrees).toFixed(10));
  const [, hour = '', borough, neighbourhood, offence, latitude = '', longitude = '', , quarter] = cells;
  const time = /^\d\d:00/.test(hour) ? hour : hour.replace(/:\d\d/, () => `:${String(Math.floor(random() * 60)).padStart(2, '0')}`);
  return [`${year}${day}`, time, borough, neighbourhood, offence, moved(latitude), moved(longitude), year, quarter].join(',');
}
