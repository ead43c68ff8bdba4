import type { Strategy, TermTheme } from '#shared/domain/strategies.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { AppearanceTag } from './appearance-tag.tsx';
import classes from './strategies.module.css';

const shownMentions = 25;

/** What a text told: how often it speaks of safety and of other things, and each place with the words around it. */
export function ScanResult({ strategy }: { strategy: Strategy }) {
  const { t, formats, language, direction } = useTexts();
  const inLanguage = new Intl.DisplayNames([language], { type: 'language' }).of(strategy.language) ?? strategy.language;
  const mentions = strategy.mentions.slice(0, shownMentions);
  return (
    <section className={classes.result} aria-label={t('strategies.result')}>
      <p className={classes.verdict}>
        <AppearanceTag appearance={strategy.appearance} />
        {t('strategies.density', {
          count: formats.count(strategy.safetyCount),
          words: formats.count(strategy.wordCount),
          per: formats.decimal(strategy.perThousand),
        })}
      </p>
      <p className={classes.faint}>
        {[strategy.fileName, inLanguage, strategy.scannedOn === '' ? '' : t('strategies.readOn', { day: formats.day(strategy.scannedOn) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className={classes.counts}>
        <Counts theme="safety" strategy={strategy} />
        <Counts theme="other" strategy={strategy} />
      </div>
      <PassedOver strategy={strategy} />
      {mentions.length > 0 ? (
        <>
          <h3>{t('strategies.mentions')}</h3>
          <ol className={classes.mentions}>
            {mentions.map((mention, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice; their order is the text's and does not change.
              <li key={index} dir="auto" lang={strategy.language}>
                …{mention.before}
                <mark>{mention.match}</mark>
                {mention.after}…
                {mention.page === undefined ? null : (
                  <span className={classes.mentionPage} lang={language} dir={direction}>
                    {t('strategies.page', { page: formats.count(mention.page) })}
                  </span>
                )}
              </li>
            ))}
          </ol>
          {strategy.mentions.length > shownMentions ? (
            <p className={classes.faint}>{t('strategies.moreMentions', { count: strategy.mentions.length - shownMentions })}</p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function Counts({ theme, strategy }: { theme: Exclude<TermTheme, 'passed-over'>; strategy: Strategy }) {
  const { t, formats } = useTexts();
  const terms = strategy.terms.filter((term) => term.theme === theme).toSorted((a, b) => b.count - a.count);
  const most = Math.max(1, ...strategy.terms.map(({ count }) => count));
  return (
    <section>
      <h3>{t(`termTheme.${theme}`)}</h3>
      {terms.length === 0 ? <p className={classes.faint}>{t('strategies.noTerms')}</p> : null}
      <ul>
        {terms.map(({ code, count }) => (
          <li key={code}>
            <span>{t(`scanTerm.${code}` as 'scanTerm.safety')}</span>
            <span className={classes.track} data-theme={theme} aria-hidden="true">
              <span style={{ inlineSize: `${(count / most) * 100}%` }} />
            </span>
            <b>{formats.count(count)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PassedOver({ strategy }: { strategy: Strategy }) {
  const { t, formats } = useTexts();
  const terms = strategy.terms.filter(({ theme }) => theme === 'passed-over');
  if (terms.length === 0) return null;
  const list = terms.map(({ code, count }) => `${t(`scanTerm.${code}` as 'scanTerm.safety')} (${formats.count(count)})`);
  return <p className={classes.faint}>{t('strategies.passedOver', { terms: new Intl.ListFormat(formats.language).format(list) })}</p>;
}
