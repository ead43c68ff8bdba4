import { createHash } from 'node:crypto';

/**
 * The id of something that came out of a file: the same file read in the same way gives the same ids in every copy of a project, which is how
 * two copies that imported it find that they hold the same thing. A UUID of version 8 (RFC 9562): a fixed beginning that sorts before every
 * id made by hand, 56 bits of the content's digest, then the place in the file, so that ids sort as the file does.
 */
export function contentId(content: string, place = 0): string {
  const digest = createHash('sha256').update(content).digest('hex');
  const position = place.toString(16).padStart(12, '0');
  return `0170${digest.slice(0, 4)}-${digest.slice(4, 8)}-8${digest.slice(8, 11)}-8${digest.slice(11, 14)}-${position}`;
}
