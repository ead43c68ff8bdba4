import { IconAlertTriangle } from '@tabler/icons-react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import type { RecipePatch } from '#shared/domain/recipes.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { guessWords, isStated } from './attention.ts';
import classes from './import.module.css';

/** Where a setting comes from: said by the person, or guessed and why. An unsure guess is marked. */
export function GuessNote({ preview, patch, setting }: { preview: ImportPreview; patch: RecipePatch; setting: string }) {
  const { t } = useTexts();
  if (isStated(patch, setting)) return <span className={classes.stated}>{t('import.changed')}</span>;
  const guesses = preview.guesses.filter((guess) => guess.setting === setting);
  if (guesses.length === 0) return <span>{t('import.detected')}</span>;
  return (
    <>
      {guesses.map((guess) => (
        <span key={guess.code} className={guess.isSure ? classes.guess : classes.unsure}>
          {guess.isSure ? null : <IconAlertTriangle size="0.95rem" stroke={1.8} aria-hidden />}
          <span>
            {guess.isSure ? '' : `${t('workbench.unsure')} `}
            {guessWords({ t }, guess)}
          </span>
        </span>
      ))}
    </>
  );
}
