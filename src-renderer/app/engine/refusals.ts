import { isDefinedError } from '@orpc/client';
import type { Refusal } from '#shared/contract/refusal.ts';
import { refusalSchema } from '#shared/contract/refusal.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';

/** The refusal inside an error, or null when it is something that should not have happened. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !isDefinedError(error)) return null;
  const parsed = refusalSchema.safeParse((error as { data?: unknown }).data);
  return parsed.success ? parsed.data : null;
}

/** What went wrong, in words. An unexpected error keeps its own message so that it can be reported. */
export function errorText(t: Translate, error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal) return t(`error.${refusal.code}` as TextKey, refusal.params);
  return t('error.unexpected', { detail: error instanceof Error ? error.message : String(error) });
}
