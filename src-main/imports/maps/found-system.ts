import type { Guess, ImportPreview } from '#shared/domain/imports.ts';
import type { CoordinateSystem } from './coordinate-system.ts';

/** A coordinate system and who told it: the file, a person, or the values themselves. */
export interface FoundSystem {
  readonly system: CoordinateSystem;
  readonly from: 'file' | 'chosen' | 'values';
}

/** What a table tells of its coordinate system: the system, and the guess where nobody chose it. */
export function toldSystem({ system, from }: FoundSystem): { coordinateSystem: ImportPreview['coordinateSystem']; guesses: Guess[] } {
  const { code, name } = system;
  const guess: Guess = {
    setting: 'coordinateSystem',
    value: code,
    code: `system-from-${from}`,
    params: { name, code: code.slice(0, 80) },
    isSure: from === 'file',
  };
  return { coordinateSystem: { code, name, from }, guesses: from === 'chosen' ? [] : [guess] };
}
