import { useId } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './mark-scale.module.css';

/** A mark from 1 to `most` as a row of buttons; the chosen one pressed again takes it back. What the ends mean stands below. */
export function MarkScale({
  label,
  low,
  high,
  most = 5,
  value,
  onSave,
}: {
  label: string;
  low: string;
  high: string;
  most?: number;
  value: number | null;
  onSave: (value: number | null) => void;
}) {
  const { t, formats } = useTexts();
  const id = useId();
  const marks = Array.from({ length: most }, (_, index) => index + 1);
  return (
    <fieldset className={classes.scale} aria-describedby={id}>
      <legend>
        {label}
        {value === null ? <small>{t('risks.matrix.notRated')}</small> : null}
      </legend>
      <div className={classes.marks}>
        {marks.map((mark) => (
          <button key={mark} type="button" aria-pressed={value === mark} onClick={() => onSave(value === mark ? null : mark)}>
            {formats.count(mark)}
          </button>
        ))}
      </div>
      <div className={classes.ends} id={id}>
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </fieldset>
  );
}
