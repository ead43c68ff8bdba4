import { z } from 'zod';

/** Identifier of any object in a project: a UUIDv7, so that two copies of a project never give one id to two things. */
export const idSchema = z.uuid();
export type Id = z.infer<typeof idSchema>;

/** A file that a door has handed to the engine; the page only ever holds this token, never a path. */
export const fileTokenSchema = z.string().min(1).max(64);
export type FileToken = z.infer<typeof fileTokenSchema>;

/** Calendar day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
/** A calendar year that a safety profile may speak of. */
export const yearSchema = z.int().min(1800).max(2200);
/** A month, `YYYY-MM`; empty = not said. */
export const monthSchema = z.string().regex(/^((1[89]|20|21)\d\d-(0[1-9]|1[0-2]))?$/);
/** A date as precisely as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty = not said. */
export const dateSchema = z.string().regex(/^((1[89]|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/);
/** Free text of a person: kept as typed, only its length is bounded. */
export const textSchema = z.string().max(20_000);
/** One line of text: a name or a title. */
export const lineSchema = z.string().max(500);
