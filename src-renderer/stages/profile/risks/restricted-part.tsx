import { Switch } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import classes from './restricted.module.css';

/** What stays with those who work on the project: a note, and whether the whole entry does. Without `onNote` only the second. */
export function RestrictedPart({
  note = '',
  isRestricted,
  onNote,
  onRestrict,
}: {
  note?: string;
  isRestricted: boolean;
  onNote?: (note: string) => void;
  onRestrict: (isRestricted: boolean) => void;
}) {
  const { t } = useTexts();
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 id={id}>
        <IconLock size="1rem" stroke={1.8} aria-hidden />
        {t('risks.restricted.title')}
      </h3>
      <p>{t('risks.restricted.note')}</p>
      {onNote ? <SavedTextarea label={t('risks.restrictedNote')} description={t('risks.restricted.hint')} value={note} onSave={onNote} /> : null}
      <Switch label={t('risks.isRestricted')} checked={isRestricted} onChange={(event) => onRestrict(event.currentTarget.checked)} />
    </section>
  );
}

/** A small lock beside an entry that leaves no output. */
export function RestrictedMark() {
  const { t } = useTexts();
  return (
    <span className={classes.mark} title={t('risks.isRestricted')}>
      <IconLock size="0.9rem" stroke={1.9} aria-hidden />
      <span className="visually-hidden">{t('risks.restricted.title')}</span>
    </span>
  );
}
