import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReadingLevel, TextCheck, TextPlace } from '#shared/domain/policy-checks.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './checks.module.css';

/** How hard the words are to read, what is said twice, and what is still the template's. */
export function Words({ text }: { text: TextCheck | null }) {
  const { t } = useTexts();
  if (!text) {
    return (
      <Panel title={t('checkTopic.text')}>
        <p className={classes.soft}>{t('checks.words.none')}</p>
      </Panel>
    );
  }
  return (
    <>
      <Panel title={t('checks.words.reading')} note={text.title ? <bdi>{text.title}</bdi> : undefined}>
        <Notice kind="info">{t(`checks.formula.${text.whole.formula}`)}</Notice>
        {text.sections.length === 0 ? <p className={classes.soft}>{t('checks.words.noDraft')}</p> : <Reading text={text} />}
      </Panel>
      <Panel title={t('checks.words.repeated')} note={t('checks.words.repeatedNote')}>
        <Sentences list={text.repeated} empty={t('checks.words.nothingTwice')} />
      </Panel>
      {text.language ? (
        <Panel title={t('checks.words.template')} note={t('checks.words.templateNote')}>
          <Sentences list={text.ofTemplate} empty={t('checks.words.noTemplate')} />
        </Panel>
      ) : null}
    </>
  );
}

function Reading({ text }: { text: TextCheck }) {
  const { t } = useTexts();
  return (
    <table className={classes.reading}>
      <caption className="visually-hidden">{t('checks.words.reading')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('checks.words.part')}</th>
          <th scope="col" data-number>
            {t('checks.words.count')}
          </th>
          <th scope="col" data-number>
            {t('checks.words.perSentence')}
          </th>
          <th scope="col" data-number>
            {t('checks.words.score')}
          </th>
          <th scope="col">{t('checks.words.band')}</th>
        </tr>
      </thead>
      <tbody>
        <Line title={t('checks.words.whole')} reading={text.whole} />
        {text.sections.map((section) => (
          <Line key={section.id} title={section.title} reading={section.reading} id={section.id} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ title, reading, id }: { title: string; reading: ReadingLevel; id?: string }) {
  const { t, formats } = useTexts();
  return (
    <tr>
      <th scope="row">
        {id ? (
          <Link to="/policy/text" search={{ object: id }} className={classes.go}>
            <bdi>{title}</bdi>
          </Link>
        ) : (
          title
        )}
      </th>
      <td data-number>{formats.count(reading.words)}</td>
      <td data-number>{formats.decimal(reading.wordsPerSentence)}</td>
      <td data-number>{formats.decimal(reading.score, 0)}</td>
      <td>{t(reading.band === null ? 'readingBand.short' : `readingBand.${reading.band}`)}</td>
    </tr>
  );
}

function Sentences({ list, empty }: { list: readonly { sentence: string; places: readonly TextPlace[]; isExact?: boolean }[]; empty: string }) {
  const { t } = useTexts();
  if (list.length === 0) return <p className={classes.soft}>{empty}</p>;
  return (
    <ul className={classes.sentences}>
      {list.map(({ sentence, places, isExact }) => (
        <li key={sentence}>
          <q dir="auto">{sentence}</q>
          <div className={classes.where}>
            {isExact === false ? <span className={classes.soft}>{t('checks.words.nearly')}</span> : null}
            {places.map((place) => (
              <Link key={place.id} to={place.kind === 'section' ? '/policy/text' : '/policy'} search={{ object: place.id }} className={classes.go}>
                <bdi>{place.title}</bdi>
                <IconArrowRight size="1rem" stroke={1.7} aria-hidden className={classes.arrow} />
              </Link>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
