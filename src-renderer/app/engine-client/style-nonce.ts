/**
 * The nonce of this page's content security policy, for libraries that write style elements. Set on the global name that the scroll lock
 * of the component library reads, too.
 */
export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  return nonce;
}
