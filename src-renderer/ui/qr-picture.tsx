import { useMemo } from 'react';
import { qrCode } from '#shared/methods/qr-code.ts';
import classes from './qr-picture.module.css';

/** A QR code, dark on light in every theme: scanners expect it so. `label` says to those who do not see it where it leads. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => qrCode(text), [text]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={classes.code} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
