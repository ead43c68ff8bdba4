import { fileURLToPath } from 'node:url';
import { cliJson } from '../cli/spawn-cli.ts';

export interface QueryRow {
  readonly area?: string | null;
  readonly offence?: string;
  readonly year?: number | null;
  readonly month?: number | null;
  readonly weekday?: number | null;
  readonly hour?: number | null;
  readonly count: number;
  readonly population: number | null;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ImportAnswer {
  readonly rows: number;
  readonly imported: number;
  readonly problemCounts: { readonly code: string; readonly count: number }[];
}

/** A mapping file that ships with the documentation. */
export const example = (name: string): string => fileURLToPath(new URL(`../../../docs/examples/${name}.json`, import.meta.url));

export async function query(project: string, by: string, ...options: string[]): Promise<QueryRow[]> {
  return (await cliJson(['query', project, 'incidents', ...(by === '' ? [] : ['--by', by]), ...options])) as QueryRow[];
}
