import { migrations, newestVersion } from '../../migrations/migrations.ts';
import type { FileSchema } from './file-schema.ts';
import type { PageSource } from './page-source.ts';
import { fits, planTables } from './table-plan.ts';
import { readTreePage } from './tree-pages.ts';

const sampledPages = 400;

/** The version of a file whose head is lost: that whose tables are the file's own, or else whose tables its pages fit best. The newest in doubt. */
export function guessVersion(source: PageSource, schema: FileSchema): number {
  const versions = migrations.map(({ version }) => version).reverse();
  if (schema.roots.size > 0) {
    const known = versions.find((version) => planTables(version).every(({ name }) => schema.roots.has(name)));
    if (known !== undefined) return known;
  }
  const samples = sampleLeaves(source);
  const scores = versions.map((version) => {
    const tables = planTables(version).filter(({ hasRowid }) => hasRowid);
    return { version, score: samples.filter((rows) => tables.some((table) => rows.every((values) => fits(table, values)))).length };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best), scores[0] ?? { version: newestVersion, score: 0 }).version;
}

function sampleLeaves(source: PageSource) {
  const step = Math.max(1, Math.floor(source.pageCount / sampledPages));
  const samples = [];
  for (let page = 2; page <= source.pageCount; page += step) {
    const found = readTreePage(source, page);
    if (found?.kind === 'tableLeaf' && found.rows.length > 0) samples.push(found.rows.slice(0, 5).map(({ values }) => values));
  }
  return samples;
}
