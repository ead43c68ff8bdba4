import { Button, Group, NumberInput } from '@mantine/core';
import { IconArrowRight, IconChecklist } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Vote } from '#shared/domain/priorities.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Term } from '../../ui/term.tsx';
import { EntryTable } from './entry-table.tsx';
import classes from './vote-page.module.css';

/** The dot vote: its rules, who voted in which group, and the dots as they lie on the sheets. */
export function VotePage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const options = useQuery(queries.priorities.list.queryOptions()).data;
  const vote = useQuery(queries.priorities.vote.queryOptions()).data;
  const hasDots = vote?.tallies.some((tally) => tally.dots > 0);
  return (
    <StagePage
      title={t('section.vote')}
      purpose={t('vote.purpose')}
      wide
      actions={
        options && options.length > 0 ? (
          <>
            <Button component={Link} to="/groups-copies" variant="subtle">
              {t('vote.handOutCopies')}
            </Button>
            <Button
              component={Link}
              to="/priorities/result"
              variant={hasDots ? 'filled' : 'default'}
              rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}
            >
              {t('vote.next')}
            </Button>
          </>
        ) : null
      }
    >
      {options?.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconChecklist}
            title={t('vote.empty.title')}
            action={
              <Button component={Link} to="/priorities">
                {t('vote.empty.action')}
              </Button>
            }
          >
            {t('vote.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {options && options.length > 0 && vote ? (
        <>
          <RulesPanel vote={vote} optionCount={options.length} />
          <EntryTable vote={vote} options={options} />
        </>
      ) : null}
    </StagePage>
  );
}

function RulesPanel({ vote, optionCount }: { vote: Vote; optionCount: number }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: setRules } = useMutation(queries.priorities.setRules.mutationOptions());
  const { rules, suggestedDots } = vote;
  const whole = (value: string | number) => (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 50 ? value : null);
  return (
    <Panel title={t('vote.rules.title')} note={t('vote.rules.note')}>
      <Group align="end" gap="lg">
        <NumberInput
          label={t('vote.dotsPerPerson')}
          description={<Term name="dots">{t('vote.explain')}</Term>}
          className={classes.rule}
          min={1}
          max={50}
          allowDecimal={false}
          value={rules.dotsPerPerson}
          onChange={(value) => {
            const dotsPerPerson = whole(value);
            if (dotsPerPerson) setRules({ ...rules, dotsPerPerson });
          }}
        />
        <NumberInput
          label={t('vote.cap')}
          description={<Term name="voteCap">{t('vote.explain')}</Term>}
          className={classes.rule}
          min={1}
          max={50}
          allowDecimal={false}
          value={rules.capPerOption}
          onChange={(value) => {
            const capPerOption = whole(value);
            if (capPerOption) setRules({ ...rules, capPerOption });
          }}
        />
        <div className={classes.suggestion}>
          <span>{t('vote.suggested', { count: suggestedDots, options: optionCount })}</span>
          {suggestedDots === rules.dotsPerPerson ? null : (
            <Button variant="default" onClick={() => setRules({ ...rules, dotsPerPerson: suggestedDots })}>
              {t('vote.useSuggested', { count: suggestedDots })}
            </Button>
          )}
        </div>
      </Group>
    </Panel>
  );
}
