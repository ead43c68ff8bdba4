import { pairsOf } from '#shared/domain/paper.ts';
import { capOf, dotsOf } from '#shared/methods/ballot-rules.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { type BallotDraft, previewOf } from './ballot-draft.ts';
import classes from './ballots.module.css';
import { PictureMark } from './picture-mark.tsx';

const levels = [1, 2, 3, 4, 5] as const;

/** The question as a phone asks it, for the eye only: the page itself is drawn by the room. */
export function PhonePreview({ draft }: { draft: BallotDraft }) {
  const { t, formats } = useTexts();
  const ballot = previewOf(draft);
  const dots = dotsOf(ballot);
  return (
    <div className={classes.phone} data-large={draft.settings.isLargePrint || undefined} role="img" aria-label={t('ballots.preview.phone')}>
      <div className={classes.screen} aria-hidden>
        <h3 dir="auto">{draft.question || t('ballots.preview.noQuestion')}</h3>
        {draft.help ? <p dir="auto">{draft.help}</p> : null}
        {draft.kind === 'dots' ? <p>{t('ballots.preview.dots', { count: dots, dots: formats.count(dots), cap: formats.count(capOf(ballot)) })}</p> : null}
        <PhoneOptions draft={draft} />
        <span className={classes.send}>{t('ballots.preview.send')}</span>
      </div>
    </div>
  );
}

function PhoneOptions({ draft }: { draft: BallotDraft }) {
  const { t } = useTexts();
  const ballot = previewOf(draft);
  const { kind, settings } = draft;
  if (kind === 'statement') return <span className={classes.box} />;
  if (kind === 'pairwise')
    return pairsOf(ballot.options)
      .slice(0, 4)
      .map(({ key, first, second }) => (
        <div key={key} className={classes.asked}>
          <span dir="auto">{first.text}</span>
          <span className={classes.circles}>
            {levels.map((level) => (
              <i key={level} />
            ))}
          </span>
          <span dir="auto">{second.text}</span>
        </div>
      ));
  return ballot.options.slice(0, 12).map((option) => (
    <div key={option.id} className={classes.asked}>
      <span className={classes.askedWords} dir="auto">
        {option.picture ? <PictureMark name={option.picture} size="1.75rem" /> : null}
        {option.text}
      </span>
      {kind === 'dots' ? <b>− 0 +</b> : null}
      {kind === 'ranking' ? <b>–</b> : null}
      {kind === 'place' ? <i /> : null}
      {kind === 'rating'
        ? (settings.times.length > 0 ? settings.times : (['level'] as const)).map((time) => (
            <span key={time} className={classes.faces}>
              {time === 'level' ? null : <PictureMark name={time === 'day' ? 'sun' : 'moon'} size="1.125rem" />}
              {levels.map((level) => (settings.scale === 'much' ? <b key={level}>{level}</b> : <PictureMark key={level} name={`face-${level}`} />))}
            </span>
          ))
        : null}
      {kind === 'grid'
        ? settings.dimensions.map((dimension) => (
            <span key={dimension} className={classes.faces}>
              <small>{t(`ballots.dimension.${dimension}`)}</small>
              {levels.map((level) => (
                <b key={level}>{level}</b>
              ))}
            </span>
          ))
        : null}
      {kind === 'agree' || (kind === 'quiz' && (option.quiz?.type ?? 'level') === 'level') ? (
        <span className={classes.faces}>
          {levels.map((level) => (
            <PictureMark key={level} name={`face-${level}`} />
          ))}
        </span>
      ) : null}
      {kind === 'agree' && settings.hasReasons ? <span className={classes.box} data-small /> : null}
      {kind === 'quiz' && option.quiz?.type === 'text' ? <span className={classes.box} data-small /> : null}
      {kind === 'quiz' && option.quiz?.type === 'yes-no' ? (
        <span className={classes.faces}>
          <b>{t('ballots.yes')}</b>
          <b>{t('ballots.no')}</b>
        </span>
      ) : null}
      {kind === 'quiz' && option.quiz?.type === 'choice' ? (
        <span className={classes.faces}>
          {option.quiz.choices.map((choice) => (
            <b key={choice}>{choice}</b>
          ))}
        </span>
      ) : null}
    </div>
  ));
}
