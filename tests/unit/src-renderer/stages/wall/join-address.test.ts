import { expect, test } from 'vitest';
import { codeInParts, joinAddress, plainAddress } from '#renderer/stages/wall/join-address.ts';

const participants = { state: 'open', address: '192.168.1.4', port: 8080, url: 'http://192.168.1.4:8080', problem: '' } as const;

test('the QR code carries address and code; the wall shows the address in digits', () => {
  expect(joinAddress({ participants, code: '048213' })).toBe('http://192.168.1.4:8080/?c=048213');
  expect(plainAddress(participants.url)).toBe('192.168.1.4:8080');
});

test('a code stands in two parts', () => {
  expect(codeInParts('048213')).toBe('048\u00a0213');
  expect(codeInParts('12345678')).toBe('1234\u00a05678');
  expect(codeInParts('')).toBe('');
});
