import { loadNativeTypesetter } from './native-typesetter.ts';
import type { Typesetter } from './typesetter.ts';
import { loadWasmTypesetter } from './wasm-typesetter.ts';

/** The native typesetter where it loads, else the one that runs everywhere. */
export async function loadTypesetter(): Promise<Typesetter> {
  return (await loadNativeTypesetter()) ?? (await loadWasmTypesetter());
}
