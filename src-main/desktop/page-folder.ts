import { fileURLToPath } from 'node:url';

/** The built page, beside the bundle of the main side. */
export const pageFolder = fileURLToPath(new URL('../renderer/', import.meta.url));
