import type { RoomState } from '#shared/domain/room.ts';

/** What the QR code carries: the address with the code in it, so that nothing is typed. */
export function joinAddress({ participants, code }: Pick<RoomState, 'participants' | 'code'>): string {
  return `${participants.url}/?c=${code}`;
}

/** An address as it is typed on a phone: digits, no scheme. */
export function plainAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** A code in parts that are remembered from the wall to the phone: `482 913`. */
export function codeInParts(code: string): string {
  const half = Math.ceil(code.length / 2);
  return code.length < 5 ? code : `${code.slice(0, half)}\u00a0${code.slice(half)}`;
}
