import type { ReactNode } from 'react';
import type { Quadrant } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import classes from './power-interest-frame.module.css';

/** The colour that a quarter of the field is known by: for an element with the quarter as its `data-place`. */
export const quadrantGround = classes.ground;

/** A field of power and interest between its two axes. `className` says how large it is. */
export function PowerInterestFrame({ label, className = '', children }: { label: string; className?: string | undefined; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <section className={`${classes.frame} ${className}`} aria-label={label}>
      <div className={classes.powerAxis} aria-hidden>
        <span>{t('grid.low')}</span>
        <strong>{t('register.power')}</strong>
        <span>{t('grid.high')}</span>
      </div>
      {children}
      <div className={classes.interestAxis} aria-hidden>
        <span>{t('grid.low')}</span>
        <strong>{t('register.interest')}</strong>
        <span>{t('grid.high')}</span>
      </div>
    </section>
  );
}

/** What a quarter is called, and what it asks for. */
export function QuadrantWords({ quadrant }: { quadrant: Quadrant }) {
  const { t } = useTexts();
  const words = useStakeholderWords();
  return (
    <div className={classes.words} data-place={quadrant}>
      <strong>{words.placeName(quadrant)}</strong>
      <span>{t(`grid.note.${quadrant}`)}</span>
    </div>
  );
}
