/**
 * Adds texts to every language file at once: `node scripts/add-texts.ts batch.json`, where the batch is
 * `{ "some.key": { "en": "…", "es": "…", "ar": "…" } }`. Files stay sorted, so that two people's additions merge.
 */
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { listLanguages, localePath } from './locales.ts';

const [batchPath] = process.argv.slice(2);
if (!batchPath) throw new Error('Usage: node scripts/add-texts.ts batch.json');
const batch = JSON.parse(readFileSync(batchPath, 'utf8')) as Record<string, Record<string, string>>;

const lockPath = localePath('.lock');
for (;;) {
  try {
    closeSync(openSync(lockPath, 'wx'));
    break;
  } catch {
    await setTimeout(50);
  }
}
try {
  for (const language of listLanguages()) {
    const texts = JSON.parse(readFileSync(localePath(`${language}.json`), 'utf8')) as Record<string, string>;
    for (const [key, byLanguage] of Object.entries(batch)) {
      const text = byLanguage[language];
      if (text !== undefined) texts[key] = text;
    }
    const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(localePath(`${language}.json`), `${JSON.stringify(sorted, null, 2)}\n`);
  }
} finally {
  rmSync(lockPath, { force: true });
}
