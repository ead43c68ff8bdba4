import type { RefusalCode, RefusalParams } from '#shared/contract/refusal.ts';

/** A file that cannot be read as what it was handed in for; the engine turns it into a refusal with the same code. */
export class ForeignFileError extends Error {
  readonly code: RefusalCode;
  readonly params: RefusalParams;
  constructor(code: RefusalCode, params: RefusalParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ForeignFileError';
    this.code = code;
    this.params = params;
  }
}
