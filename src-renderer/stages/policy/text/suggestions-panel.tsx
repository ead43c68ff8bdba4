import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TextSuggestion } from '#shared/domain/policy-text.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Mark } from './mark.tsx';
import classes from './notes.module.css';
import { Difference } from './word-difference.tsx';

/** Other texts that people propose for a part: the difference in words, and the answer. */
export function SuggestionsPanel({
  suggestions,
  language,
  isReadOnly,
  beforeDecision,
}: {
  suggestions: readonly TextSuggestion[];
  language: string;
  isReadOnly: boolean;
  /** What is typed goes into the project first. */
  beforeDecision: () => Promise<void>;
}) {
  const { t } = useTexts();
  if (suggestions.length === 0) return null;
  return (
    <section className={classes.notes} aria-label={t('policyText.suggestions')}>
      <h2>{t('policyText.suggestions')}</h2>
      {suggestions.map((suggestion) => (
        <SuggestionCard key={suggestion.id} suggestion={suggestion} language={language} isReadOnly={isReadOnly} beforeDecision={beforeDecision} />
      ))}
    </section>
  );
}

function SuggestionCard({
  suggestion,
  language,
  isReadOnly,
  beforeDecision,
}: {
  suggestion: TextSuggestion;
  language: string;
  isReadOnly: boolean;
  beforeDecision: () => Promise<void>;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const decide = useMutation(queries.policyText.decideSuggestion.mutationOptions());
  const [answer, setAnswer] = useState('');
  const isOpen = suggestion.status === 'open';
  const say = (isAccepted: boolean) => void beforeDecision().then(() => decide.mutate({ id: suggestion.id, isAccepted, answer: answer.trim() }));
  return (
    <article
      className={classes.card}
      data-done={!isOpen || undefined}
      aria-label={t('policyText.suggestionOf', { name: suggestion.person || t('policyText.somebody') })}
    >
      <div className={classes.who}>
        <bdi>{suggestion.person || t('policyText.somebody')}</bdi> · {formats.instant(suggestion.at)}
      </div>
      {isOpen ? null : <Mark tone={suggestion.status === 'accepted' ? 'good' : 'quiet'}>{t(`policyText.suggestion.${suggestion.status}`)}</Mark>}
      <Difference parts={suggestion.difference} language={language} isShort />
      {suggestion.reason ? (
        <p className={classes.words} dir="auto">
          {suggestion.reason}
        </p>
      ) : null}
      {suggestion.isOutOfDate ? <p className={classes.empty}>{t('policyText.suggestion.outOfDate')}</p> : null}
      {suggestion.answer ? (
        <div className={classes.answer}>
          <div className={classes.who}>
            <bdi>{suggestion.decidedBy || t('policyText.somebody')}</bdi>
          </div>
          <p className={classes.words} dir="auto">
            {suggestion.answer}
          </p>
        </div>
      ) : null}
      {isOpen && !isReadOnly ? (
        <>
          <Textarea
            label={t('policyText.suggestion.answer')}
            autosize
            minRows={1}
            dir="auto"
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
          <div className={classes.row}>
            <Button size="compact-md" h="2.25rem" variant="light" onClick={() => say(true)} loading={decide.isPending}>
              {t('policyText.suggestion.accept')}
            </Button>
            <Button size="compact-md" h="2.25rem" variant="subtle" color="gray" onClick={() => say(false)} disabled={decide.isPending}>
              {t('policyText.suggestion.refuse')}
            </Button>
          </div>
        </>
      ) : null}
    </article>
  );
}
