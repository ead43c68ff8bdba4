import { isAbsolute, resolve } from 'node:path';
import { projectEnding } from './file-endings.ts';

/** The project named on a command line (double click, second start), as a full path; null when there is none. Switches are skipped. */
export function projectFromArguments(parameters: readonly string[], workingFolder: string): string | null {
  const named = parameters.find((parameter) => !parameter.startsWith('-') && parameter.toLowerCase().endsWith(`.${projectEnding}`));
  if (!named) return null;
  return isAbsolute(named) ? named : resolve(workingFolder, named);
}
