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
/** Free text of a person: kept as typed, only its length is bounded. */
export const textSchema = z.string().max(20_000);
/** One line of text: a name or a title. */
export const lineSchema = z.string().max(500);
