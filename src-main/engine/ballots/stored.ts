import { type Answer, answerSchema } from '#shared/domain/ballots.ts';
import { type Attributes, attributesSchema } from '#shared/domain/workshops.ts';

/** What a column holds, among the words it may hold; `otherwise` where a recovered file has something else. */
export function oneOf<Word extends string>(words: readonly Word[], value: string, otherwise: Word): Word {
  return words.find((word) => word === value) ?? otherwise;
}

/** A JSON object from a column; empty where it is none. */
export function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Null where the column holds no answer at all (a recovered file). */
export function readAnswer(text: string): Answer | null {
  const read = answerSchema.safeParse(parsed(text));
  return read.success ? read.data : null;
}

export function readAttributes(text: string): Attributes {
  const read = attributesSchema.safeParse(parsed(text));
  return read.success ? read.data : {};
}

/** Ids in a JSON list. */
export function readIds(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
