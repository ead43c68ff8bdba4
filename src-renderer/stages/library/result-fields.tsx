import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Practice, PracticeResult } from '#shared/domain/library.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SavedTextarea, SavedTextInput } from '../../ui/saved-text.tsx';
import classes from './practice.module.css';

/** What came out of it, each statement with its own source. */
export function ResultFields({ practice, onSave }: { practice: Practice; onSave: (results: PracticeResult[]) => void }) {
  const { t, formats } = useTexts();
  const { results } = practice;
  const change = (place: number, patch: Partial<PracticeResult>) =>
    onSave(results.map((result, index) => (index === place ? { ...result, ...patch } : result)));
  return (
    <section className={classes.results} aria-label={t('practice.results')}>
      <h3>{t('practice.results')}</h3>
      <ul>
        {results.map((result, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: results have no name of their own; their place is what they are known by.
          <li key={place}>
            <SavedTextarea
              label={t('practice.result', { number: formats.count(place + 1) })}
              minRows={1}
              value={result.text}
              onSave={(text) => change(place, { text })}
            />
            <div className={classes.resultSource}>
              <SavedTextInput label={t('practice.resultSource')} value={result.source} onSave={(source) => change(place, { source })} />
              <ActionIcon
                aria-label={t('practice.removeResult', { number: formats.count(place + 1) })}
                onClick={() => onSave(results.filter((_, index) => index !== place))}
              >
                <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ul>
      {practice.hasRivalResults ? <Notice kind="caution">{t('practice.rivalLong')}</Notice> : null}
      <Button
        variant="default"
        leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />}
        onClick={() => onSave([...results, { text: '', source: '' }])}
        className={classes.addResult ?? ''}
      >
        {t('practice.addResult')}
      </Button>
    </section>
  );
}
