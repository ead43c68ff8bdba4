import { Button } from '@mantine/core';
import { IconArrowRight, IconCircles, IconListNumbers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RatingSources, SalienceClass, Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel, StagePage } from '../../../ui/stage-page.tsx';
import grid from '../grid/grid.module.css';
import { filterOf, type Moment } from '../grid/moments.ts';
import { GroupChoice, MomentChoice } from '../grid/rating-choice.tsx';
import shared from '../stakeholders.module.css';
import { useStakeholders, useStakeholderWords } from '../use-stakeholders.ts';
import classes from './salience.module.css';
import { SalienceCircles, type SalienceItem } from './salience-circles.tsx';
import { SalienceTable } from './salience-table.tsx';

/** Power, legitimacy and urgency together: what each body brings, and what that asks of the work. */
export function SaliencePage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const stakeholders = useStakeholders();
  const sources = useQuery(queries.stakeholders.ratingSources.queryOptions()).data;
  const isEmpty = stakeholders?.length === 0;
  const isRated = stakeholders?.some(({ spread }) => spread.legitimacy.raters > 0 || spread.urgency.raters > 0);
  const rate = (variant: 'filled' | 'default') => (
    <Button component={Link} to="/stakeholders/ratings" variant={variant} leftSection={<IconListNumbers size="1.1rem" stroke={1.6} aria-hidden />}>
      {t('grid.typeRatings')}
    </Button>
  );
  const actions = (
    <>
      {rate('default')}
      <Button component={Link} to="/stakeholders/missing" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={shared.arrow} />}>
        {t('grid.next')}
      </Button>
    </>
  );
  return (
    <StagePage title={t('section.salience')} purpose={t('salience.purpose')} actions={isRated ? actions : null} wide>
      {stakeholders && !isRated ? (
        <Panel>
          <EmptyState
            icon={IconCircles}
            title={t(isEmpty ? 'grid.empty.title' : 'salience.empty.title')}
            action={
              isEmpty ? (
                <Button component={Link} to="/stakeholders">
                  {t('grid.empty.action')}
                </Button>
              ) : (
                rate('filled')
              )
            }
          >
            {t(isEmpty ? 'ratings.empty' : 'salience.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {stakeholders && sources && isRated ? <Salience stakeholders={stakeholders} sources={sources} /> : null}
    </StagePage>
  );
}

function Salience({ stakeholders, sources }: { stakeholders: readonly Stakeholder[]; sources: RatingSources }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [groupId, setGroupId] = useState<string | null>(null);
  const [moment, setMoment] = useState<Moment>('all');
  const [chosen, setChosen] = useState<SalienceClass>('legitimacy-urgency');
  const result = useQuery({ ...queries.stakeholders.standings.queryOptions({ input: filterOf(moment, groupId) }), placeholderData: keepPreviousData }).data;
  const standings = new Map((result?.standings ?? []).map((standing) => [standing.id, standing]));
  const items = stakeholders.flatMap((stakeholder): SalienceItem[] => {
    const standing = standings.get(stakeholder.id);
    return standing ? [{ stakeholder, standing }] : [];
  });
  return (
    <>
      <div className={grid.controls}>
        <GroupChoice sources={sources} value={groupId} onChange={setGroupId} />
        <MomentChoice label={t('plot.when')} sources={sources} value={moment} onChange={setMoment} />
      </div>
      {result && result.hiddenRatings > 0 ? <Notice kind="info">{t('plot.hidden', { count: result.hiddenRatings })}</Notice> : null}
      <div className={classes.page}>
        <div className={classes.layout}>
          <SalienceCircles items={items} chosen={chosen} onChoose={setChosen} />
          <Meaning name={chosen} items={items.filter(({ standing }) => standing.salience === chosen)} />
        </div>
      </div>
      <Panel title={t('salience.table')} note={t('salience.rule')} plain>
        <SalienceTable items={items} />
      </Panel>
    </>
  );
}

/** What a class asks of the work, and who is in it. */
function Meaning({ name, items }: { name: SalienceClass; items: readonly SalienceItem[] }) {
  const { t } = useTexts();
  const words = useStakeholderWords();
  return (
    <Panel title={words.className(name)}>
      <p className={classes.meaning} aria-live="polite">
        {t(`salience.meaning.${name}`)}
      </p>
      {items.length === 0 ? <p className={classes.quiet}>{t('salience.nobody')}</p> : null}
      <ul className={classes.members}>
        {items.map(({ stakeholder, standing }) => (
          <li key={standing.id}>
            <strong dir="auto">{stakeholder.name || t('register.nameless')}</strong>
            {stakeholder.represents.length > 0 ? <small>{t('salience.speaksFor', { groups: words.groupNames(stakeholder.represents) })}</small> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
