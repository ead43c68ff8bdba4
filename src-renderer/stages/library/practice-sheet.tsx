import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Practice } from '#shared/domain/library.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './practice.module.css';
import { usePracticeWords } from './practice-words.ts';
import { printPractice } from './print-practice.ts';

/** A practice to be read: facts, what was done, results side by side, and where this comes from. */
export function PracticeSheet({ practice }: { practice: Practice }) {
  const { t, formats } = useTexts();
  const { about } = usePracticeWords();
  const list = (items: readonly string[]) => new Intl.ListFormat(formats.language, { type: 'unit' }).format(items);
  const facts: [string, ReactNode][] = [
    [t('practice.problem'), practice.problem],
    [t('practice.steps'), practice.steps],
    [t('practice.lead'), practice.leadBody],
    [t('practice.partners'), practice.partners],
    [t('practice.approaches'), list(practice.approaches.map((approach) => t(`approach.${approach}`)))],
    [t('practice.groups'), list(practice.residentGroups.map((group) => t(`residentGroup.${group}`)))],
    [t('practice.places'), list(practice.placeTypes.map((place) => t(`practicePlace.${place}`)))],
    [t('practice.scale'), practice.scale === '' ? '' : t(`practiceScale.${practice.scale}`)],
    [t('practice.cost'), practice.cost === null ? '' : formats.money(practice.cost, practice.currency)],
    [t('practice.transfer'), practice.transfer],
    [t('risks.source'), practice.source],
  ];
  return (
    <div className={classes.sheet} data-practice-sheet="">
      <h2 className={classes.title} dir="auto">
        {practice.title}
      </h2>
      <p className={classes.about}>{about(practice)}</p>
      <dl className={classes.facts}>
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
      </dl>
      <PracticeResults practice={practice} />
      <Button variant="default" className={classes.print ?? ''} leftSection={<IconPrinter size="1.1rem" stroke={1.6} aria-hidden />} onClick={printPractice}>
        {t('practice.print')}
      </Button>
    </div>
  );
}

/** What the sources state, none above another. */
function PracticeResults({ practice }: { practice: Practice }) {
  const { t } = useTexts();
  return (
    <section className={classes.results} aria-label={t('practice.results')}>
      <h3>
        {t('practice.results')}
        {practice.grade === '' ? null : <small>{`${practice.grade} · ${t(`quality.${practice.grade}`)}`}</small>}
      </h3>
      {practice.results.length === 0 ? <p className={classes.faint}>{t('practice.noResultLong')}</p> : null}
      <ul data-side-by-side={practice.results.length > 1 || undefined}>
        {practice.results.map(({ text, source }) => (
          <li key={`${text} ${source}`}>
            <p dir="auto">{text}</p>
            <small>{source || t('risks.noSource')}</small>
          </li>
        ))}
      </ul>
      {practice.hasRivalResults ? <Notice kind="caution">{t('practice.rivalLong')}</Notice> : null}
    </section>
  );
}
