import type { CSSProperties } from 'react';
import classes from './ballots.module.css';

const files = import.meta.glob<string>('../../../../resources/room/pictures/*.svg', { query: '?url', import: 'default', eager: true });
const addresses = new Map(Object.entries(files).map(([path, address]) => [/([^/]+)\.svg$/.exec(path)?.[1] ?? '', address]));

/** Pictures that may stand beside an option, without the faces of the scales. */
export const pictureNames: readonly string[] = [...addresses.keys()].filter((name) => !name.startsWith('face-')).sort();

/** A shipped picture in the colour of the text around it; nothing where there is none of that name. */
export function PictureMark({ name, size = '1.5rem' }: { name: string; size?: string }) {
  const address = addresses.get(name);
  if (!address) return null;
  return <span aria-hidden className={classes.picture} style={{ '--picture': `url("${address}")`, '--size': size } as CSSProperties} />;
}
