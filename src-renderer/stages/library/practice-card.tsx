import { IconLink } from '@tabler/icons-react';
import type { Practice } from '#shared/domain/library.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './library.module.css';
import { usePracticeWords } from './practice-words.ts';

/** A practice at a glance: what, where, for which problem, and whether anybody knows how it went. */
export function PracticeCard({ practice, followers, onOpen }: { practice: Practice; followers: number; onOpen: () => void }) {
  const { t, formats } = useTexts();
  const { about } = usePracticeWords();
  return (
    <article className={classes.card} data-own={practice.isShipped ? undefined : ''}>
      <button type="button" onClick={onOpen}>
        <h2>
          <bdi>{practice.title || t('risks.untitled')}</bdi>
        </h2>
        <span className={classes.about}>{about(practice)}</span>
      </button>
      {practice.problem === '' ? null : <p dir="auto">{practice.problem}</p>}
      <ul className={classes.chips}>
        {practice.approaches.map((approach) => (
          <li key={approach}>{t(`approach.${approach}`)}</li>
        ))}
      </ul>
      <footer>
        <ResultWord practice={practice} />
        {practice.isShipped ? null : <span>{t('library.own')}</span>}
        {followers > 0 ? (
          <span className={classes.followers}>
            <IconLink size="1rem" stroke={1.7} aria-hidden />
            {t('library.followers', { count: followers, number: formats.count(followers) })}
          </span>
        ) : null}
      </footer>
    </article>
  );
}

function ResultWord({ practice }: { practice: Practice }) {
  const { t } = useTexts();
  if (practice.results.length === 0) return <span className={classes.faint}>{t('practice.noResult')}</span>;
  if (practice.hasRivalResults) return <span className={classes.rival}>{t('practice.rival')}</span>;
  return <span>{practice.grade === '' ? t('practice.resultUngraded') : t('factors.gradeShort', { grade: practice.grade })}</span>;
}
