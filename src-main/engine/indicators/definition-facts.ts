import type { OpenProject } from '../project/open-project.ts';
import { loadCatalogue } from './indicator-catalogue.ts';
import { listOwnIndicators } from './own-indicators.ts';

/** What the engine itself needs of a definition, without its words. */
export interface DefinitionFacts {
  readonly versions: readonly { readonly version: string }[];
  readonly multiplier: number | null;
  readonly intervalMethod: 'wilson' | 'garwood' | null;
  readonly isShipped: boolean;
}

const unknown: DefinitionFacts = { versions: [{ version: '' }], multiplier: null, intervalMethod: null, isShipped: false };

/** Reads the city's own definitions once and answers for any code; one that nobody defined has a single wording without a name. */
export function definitionFacts(project: OpenProject, resourcesFolder: string): (code: string) => DefinitionFacts {
  const own = new Map(listOwnIndicators(project).map(({ code, definition }) => [code, definition]));
  const shipped = new Map(loadCatalogue(resourcesFolder).indicators.map((entry) => [entry.code, entry]));
  return (code) => {
    const entry = shipped.get(code);
    const mine = own.get(code);
    if (entry) return { ...entry, versions: mine ? [{ version: mine.version }] : entry.versions, isShipped: true };
    return mine ? { ...mine, versions: [{ version: mine.version }], isShipped: false } : unknown;
  };
}
