import { expect, it } from 'vitest';
import { allowedExternalLink } from '#main/desktop/external-links.ts';

it('known places are handed to the browser as they are', () => {
  expect(allowedExternalLink('https://unhabitat.org/a?b=c#d')?.href).toBe('https://unhabitat.org/a?b=c#d');
});

it.each([
  'http://unhabitat.org/',
  'https://unhabitat.org.evil.example/',
  'https://evil.example/?https://unhabitat.org/',
  'https://evil.example/#unhabitat.org',
  'https://unhabitat.org@evil.example/',
  'https://person:word@unhabitat.org/',
  'https://unhabitat.org:8443/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'app://studio/',
  'smb://unhabitat.org/share',
  'not an address',
  '',
])('%s is refused', (address) => {
  expect(allowedExternalLink(address)).toBeNull();
});
