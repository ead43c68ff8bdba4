import { buildWhenStale } from '../../scripts/build-when-stale.ts';

/** Before the first test: what is tested is never older than its sources. With `PAGE_FOLDER` they are tested themselves. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for it.
export default function build(): void {
  if (!process.env.PAGE_FOLDER) buildWhenStale();
}
