import { given } from '#shared/domain/given.ts';

/** The fields of a patch as a change's words name them: `fields` among its params. */
export function changedFields(patch: object): string {
  return Object.keys(given(patch)).join(', ');
}
