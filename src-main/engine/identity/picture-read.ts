import type { Logo } from '#shared/domain/identity.ts';

/** A picture that was checked and may be printed. */
export type ReadLogo = Pick<Logo, 'type' | 'width' | 'height'> & { readonly bytes: Buffer };
