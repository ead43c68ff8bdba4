import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BallotResult, DelphiEntry } from '#shared/domain/results.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';
import chart from './result-chart.module.css';
import classes from './results.module.css';
import { useResultWords } from './use-result-words.ts';

/** Rounds of a Delphi beside each other, against the rule fixed before the first. */
export function RoundsPanel({ result }: { result: BallotResult }) {
  const { t, formats } = useTexts();
  const words = useResultWords(result);
  const { rule, rounds } = result;
  if (!rule || rounds.length === 0) return null;
  const verdict = (entry: DelphiEntry | undefined) => (entry ? t(`results.verdict.${entry.verdict}`) : '–');
  return (
    <Panel
      title={t('results.rounds.title')}
      note={t('results.rounds.rule', {
        percent: formats.decimal(rule.agreePercent, 0),
        iqr: formats.decimal(rule.mostIqr, 0),
        fewest: formats.count(rule.fewestAnswers),
        most: formats.count(rule.mostRounds),
      })}
      plain
    >
      <div className={classes.padded}>
        <div className={chart.scroller}>
          <table className={chart.multiples}>
            <caption className="visually-hidden">{t('results.rounds.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('results.statement')}</th>
                {rounds.map((round) => (
                  <th key={round.ballotId} scope="col">
                    {t('results.round', { round: formats.count(round.round) })}
                    <small>{t('results.people', { count: round.people })}</small>
                  </th>
                ))}
                <th scope="col">{t('results.stability')}</th>
              </tr>
            </thead>
            <tbody>
              {result.options.map((option, place) => {
                const last = rounds.at(-1)?.entries[place];
                return (
                  <tr key={option.id}>
                    <th scope="row">
                      <bdi>{words.nameOf(option.id)}</bdi>
                    </th>
                    {rounds.map((round) => {
                      const entry = round.entries[place];
                      return (
                        <td key={round.ballotId} data-top={entry?.verdict === 'reached' || undefined}>
                          <span className={classes.verdict} data-verdict={entry?.verdict}>
                            {verdict(entry)}
                          </span>
                          <small>
                            {entry?.agreeing === null || entry === undefined
                              ? t('results.people', { count: entry?.n ?? 0 })
                              : t('results.agreeAndRange', { share: formats.percent(entry.agreeing), iqr: formats.decimal(entry.iqr, 2) })}
                          </small>
                          {entry ? (
                            <FigureFactsButton facts={entry.facts} about={`${words.nameOf(option.id)}, ${t('results.round', { round: round.round })}`} />
                          ) : null}
                        </td>
                      );
                    })}
                    <td>
                      {last?.stability
                        ? last.stability.kappa === null
                          ? t('results.unchanged', { share: formats.percent(last.stability.unchanged), people: formats.count(last.stability.n) })
                          : t('results.kappa', {
                              kappa: formats.decimal(last.stability.kappa, 2),
                              share: formats.percent(last.stability.unchanged),
                              people: formats.count(last.stability.n),
                            })
                        : t('results.noStability')}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </Panel>
  );
}

/** Figures on the result as a whole, each with how it was made. */
export function MeasuresPanel({ result }: { result: BallotResult }) {
  const { t, formats } = useTexts();
  if (result.measures.length === 0) return null;
  const shown = ({ name, value }: BallotResult['measures'][number]) =>
    value === null
      ? '–'
      : name === 'winnerSteadiness' || name === 'rightShare'
        ? formats.percent(value)
        : name === 'askAgain'
          ? formats.count(value)
          : formats.decimal(value, 2);
  return (
    <Panel title={t('results.measures.title')} note={t('results.measures.note')}>
      <StatRow>
        {result.measures.map((measure) => (
          <Stat
            key={measure.name}
            value={
              <span className={classes.measure}>
                {shown(measure)}
                <FigureFactsButton facts={measure.facts} about={t(`results.measure.${measure.name}`)} />
              </span>
            }
            label={t(`results.measure.${measure.name}`)}
            note={measure.facts.undefinedReason ? t(`undefined.${measure.facts.undefinedReason}`) : undefined}
          />
        ))}
      </StatRow>
    </Panel>
  );
}

/** Reasons, notes and answers in words; statements are the picture itself. */
export function WordsPanel({ result }: { result: BallotResult }) {
  const { t } = useTexts();
  const words = useResultWords(result);
  if (result.kind === 'statement' || result.texts.length === 0) return null;
  return (
    <Panel title={t('results.words.title')} note={t('results.words.note')}>
      <ul className={chart.said}>
        {result.texts.map(({ id, optionId, text, level }) => (
          <li key={id}>
            <bdi>{text}</bdi>
            {optionId ? (
              <small className={classes.about}>
                <bdi>{words.nameOf(optionId)}</bdi>
                {level === null ? null : ` · ${words.level(level)}`}
              </small>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who is in the result and who is not, and who the room stood for. */
export function PeoplePanel({ result }: { result: BallotResult }) {
  const { t, formats } = useTexts();
  const { people } = result;
  return (
    <Panel title={t('results.who.title')} note={t('results.who.note')}>
      <StatRow>
        <Stat value={formats.count(people.present)} label={t('results.who.present')} />
        <Stat value={formats.count(people.answered)} label={t('results.who.answered')} />
        <Stat value={formats.count(people.blank)} label={t('results.who.blank')} note={t('results.who.blankNote')} />
      </StatRow>
      {people.leftOut.length > 0 ? (
        <dl className={classes.leftOut}>
          {people.leftOut.map(({ reason, count }) => (
            <div key={reason}>
              <dt>{t(`results.leftOut.${reason}`)}</dt>
              <dd>{formats.count(count)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {people.listed > 0 && people.answered > people.listed ? (
        <Notice kind="caution" title={t('results.who.more.title')}>
          {t('results.who.more.body', { answered: formats.count(people.answered), listed: formats.count(people.listed) })}
        </Notice>
      ) : null}
      <Missing workshopId={result.workshopId} />
    </Panel>
  );
}

/** Groups of the city of which clearly fewer were in the room. */
function Missing({ workshopId }: { workshopId: string }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const found = useQuery(queries.representation.of.queryOptions({ input: { workshopId } })).data;
  const fewer = (found?.rows ?? []).filter(
    (row) => (row.attribute === 'gender' || row.attribute === 'ageBand') && (row.standing === 'fewer' || row.standing === 'nobody'),
  );
  if (!found) return null;
  const isKnown = found.rows.some((row) => row.attribute !== 'residentGroup' && row.ratio !== null);
  const names = new Intl.ListFormat(formats.language, { type: 'conjunction' }).format(fewer.map((row) => t(`results.part.${row.value as 'woman'}`)));
  return (
    <p className={classes.missing}>
      {fewer.length > 0 ? t('results.who.fewer', { names }) : isKnown ? t('results.who.asMany') : t('results.who.unknown')}{' '}
      <Link to="/stakeholders/missing">{t('results.who.where')}</Link>
    </p>
  );
}
