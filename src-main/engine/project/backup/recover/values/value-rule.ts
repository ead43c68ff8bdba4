import { dateSchema, daySchema, idSchema, monthSchema } from '#shared/domain/ids.ts';

/** What a column may say, and what stands there instead when a flipped bit made it say something else. */
export interface ValueRule {
  readonly isGood: (value: string) => boolean;
  readonly instead: string | null;
}

/** Of a table: the columns on whose values the screens rely. Free text is kept as it was read. */
export type ValueRules = Readonly<Record<string, Readonly<Record<string, ValueRule>>>>;
/** Of a table: the lowest and the highest number that a column can mean. */
export type ValueRanges = Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;

export const oneOf = (allowed: readonly string[], instead: string | null): ValueRule => ({ isGood: (value) => allowed.includes(value), instead });
export const jsonRule = (instead: string, isGood: (value: unknown) => boolean = () => true): ValueRule => ({
  isGood: (text) => {
    try {
      return isGood(JSON.parse(text));
    } catch {
      return false;
    }
  },
  instead,
});
export const listOf = (allowed: readonly string[]) => (value: unknown) => Array.isArray(value) && value.every((item) => allowed.includes(item));
export const isList = (value: unknown): boolean => Array.isArray(value);
export const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

export const id: ValueRule = { isGood: (value) => idSchema.safeParse(value).success, instead: null };
export const dayRule: ValueRule = { isGood: (value) => daySchema.safeParse(value).success, instead: null };
/** A day, or nothing said. */
export const dayOrEmpty: ValueRule = { isGood: (value) => value === '' || dayRule.isGood(value), instead: '' };
export const monthRule: ValueRule = { isGood: (value) => monthSchema.safeParse(value).success, instead: '' };
/** A year, a month or a day, or nothing said. */
export const asFarAsKnown: ValueRule = { isGood: (value) => dateSchema.safeParse(value).success, instead: '' };
export const when: ValueRule = { isGood: (value) => !Number.isNaN(Date.parse(value)), instead: '1970-01-01T00:00:00.000Z' };
/** A moment, or none. */
export const moment: ValueRule = { ...when, instead: null };
export const currencyRule: ValueRule = { isGood: (value) => /^([A-Z]{3})?$/.test(value), instead: '' };

export const year: readonly [number, number] = [1800, 2200];
