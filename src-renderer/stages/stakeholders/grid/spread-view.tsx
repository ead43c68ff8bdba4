import { Button } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type RatingSources, ratingDimensions, type Stakeholder, type Standing } from '#shared/domain/stakeholders.ts';
import { iqrOf } from '#shared/methods/standings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import classes from './grid.module.css';
import { LineCases } from './line-cases.tsx';
import { filterOf, type Moment } from './moments.ts';
import { GroupChoice, MomentChoice } from './rating-choice.tsx';
import { StandingPlot } from './standing-plot.tsx';

/** Where everybody stands by the ratings of all, or of one group, session or time; who is spread and who is on the line. */
export function SpreadView({ stakeholders, sources, modes }: { stakeholders: readonly Stakeholder[]; sources: RatingSources; modes: ReactNode }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const [groupId, setGroupId] = useState<string | null>(null);
  const [moment, setMoment] = useState<Moment>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const result = useQuery({ ...queries.stakeholders.standings.queryOptions({ input: filterOf(moment, groupId) }), placeholderData: keepPreviousData }).data;
  const standings = new Map((result?.standings ?? []).map((standing) => [standing.id, standing]));
  const items = stakeholders.flatMap((stakeholder) => {
    const standing = standings.get(stakeholder.id);
    return standing ? [{ stakeholder, standing }] : [];
  });
  const isWhole = moment === 'all' && groupId === null;
  const unrated = items.filter(({ standing }) => standing.gridPlace === 'not-rated');
  const one = items.find(({ standing }) => standing.id === chosen);
  const onLine = items.filter(({ standing }) => standing.gridPlace === 'on-the-line' || standing.isDecided);
  return (
    <>
      <div className={classes.controls}>
        {modes}
        <GroupChoice sources={sources} value={groupId} onChange={setGroupId} />
        <MomentChoice label={t('plot.when')} sources={sources} value={moment} onChange={setMoment} />
      </div>
      {result && result.hiddenRatings > 0 ? <Notice kind="info">{t('plot.hidden', { count: result.hiddenRatings })}</Notice> : null}
      <div className={classes.layout}>
        <div className={classes.plot}>
          <StandingPlot items={items} chosen={chosen} onChoose={setChosen} label={t('section.grid')} />
          <p className={classes.legend}>
            <span className={classes.circle} aria-hidden /> {t('plot.legend.body')}
            <span className={classes.diamond} aria-hidden /> {t('plot.legend.residents')}
            <span className={classes.hollow} aria-hidden /> {t('plot.legend.line')}
            <span className={classes.whisker} aria-hidden /> {t('plot.legend.spread')}
          </p>
        </div>
        <div className={classes.side}>
          {one ? <Details stakeholder={one.stakeholder} standing={one.standing} /> : <p className={classes.hint}>{t('plot.hint')}</p>}
          {onLine.length > 0 ? <LineCases items={onLine} canDecide={isWhole} /> : null}
          {unrated.length > 0 ? (
            <Panel title={t('plot.unrated.title')} note={t('plot.unrated.note', { count: unrated.length })}>
              <p className={classes.names}>
                {new Intl.ListFormat(formats.language, { type: 'unit', style: 'short' }).format(
                  unrated.map(({ stakeholder }) => stakeholder.name || t('register.nameless')),
                )}
              </p>
            </Panel>
          ) : null}
        </div>
      </div>
    </>
  );
}

/** One body's five dimensions with their spread. */
function Details({ stakeholder, standing }: { stakeholder: Stakeholder; standing: Standing }) {
  const { t, formats } = useTexts();
  const words = useStakeholderWords();
  const short = (value: number | null) => formats.decimal(value, Number.isInteger(value) ? 0 : 1);
  return (
    <Panel title={stakeholder.name || t('register.nameless')} note={words.placeName(standing.gridPlace)}>
      {standing.gridPlace === 'protect-and-inform' ? <p className={classes.protect}>{t('plot.protect')}</p> : null}
      <table className={classes.figures}>
        <thead>
          <tr>
            <th scope="col">{t('plot.dimension')}</th>
            <th scope="col">{t('ratings.median')}</th>
            <th scope="col">{t('plot.range')}</th>
            <th scope="col">{t('plot.raters')}</th>
          </tr>
        </thead>
        <tbody>
          {ratingDimensions.map((dimension) => {
            const spread = standing.spread[dimension];
            return (
              <tr key={dimension}>
                <th scope="row">{words.dimension(dimension)}</th>
                <td>{short(spread.median)}</td>
                <td>{spread.median === null ? '–' : t('plot.fromTo', { low: short(spread.q1), high: short(spread.q3), iqr: short(iqrOf(spread)) })}</td>
                <td>{formats.count(spread.raters)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button
        renderRoot={(props) => <Link to="/stakeholders/ratings/$stakeholderId" params={{ stakeholderId: stakeholder.id }} {...props} />}
        variant="default"
        mt="sm"
        leftSection={<IconListNumbers size="1rem" stroke={1.6} aria-hidden />}
      >
        {t('ratings.open')}
      </Button>
    </Panel>
  );
}
