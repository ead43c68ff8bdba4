import type { Refusal, RefusalCode, RefusalParams } from '#shared/contract/refusal.ts';

/**
 * An expected refusal on its way from the place that noticed it to the door, where it becomes a value again: code and parameters.
 * Everything else that is thrown is a bug.
 */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(code: RefusalCode, params: RefusalParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'RefusalError';
    this.refusal = { code, params };
  }
}

/** Refuses the request with a code that the interface has words for (`error.<code>`). */
export function refuse(code: RefusalCode, params: RefusalParams = {}): never {
  throw new RefusalError(code, params);
}
