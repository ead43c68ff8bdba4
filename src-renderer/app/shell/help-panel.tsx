import { CloseButton } from '@mantine/core';
import type { TextKey } from '#shared/i18n/texts.ts';
import { TodoList } from '../../ui/todo-list.tsx';
import { usePreferences } from '../preferences.tsx';
import { stageEntries } from '../sections.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './help-panel.module.css';

/** Help beside the task: what this screen is for, how it is done in a room, and what the stage still lacks. */
export function HelpPanel({ topic }: { topic: string }) {
  const { t } = useTexts();
  const preferences = usePreferences();
  const entry = stageEntries.find((candidate) => candidate.sections.some((section) => section.topic === topic));
  const paragraphs = t(`help.${topic}.body` as TextKey).split('\n\n');
  return (
    <aside className={classes.panel} aria-label={t('shell.help')}>
      <div className={classes.head}>
        <h2>{t(`help.${topic}.title` as TextKey)}</h2>
        <CloseButton aria-label={t('shell.closeHelp')} onClick={() => preferences.set({ isHelpOpen: false })} />
      </div>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {entry ? <TodoList stage={entry.stage} /> : null}
    </aside>
  );
}
