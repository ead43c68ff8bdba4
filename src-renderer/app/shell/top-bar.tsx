import { ActionIcon, Button, Kbd, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconHelpCircle, IconLanguage, IconMoon, IconPresentation, IconSearch, IconSun } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import type { ProjectState } from '#shared/domain/project.ts';
import { NoteIt } from '../../stages/workshops/log/note-it.tsx';
import { AuthorButton } from '../history/author-field.tsx';
import { UndoButtons } from '../history/undo-buttons.tsx';
import { usePreferences } from '../preferences.tsx';
import { findSection } from '../sections.ts';
import { LanguageMenuItems } from '../texts/language-menu-items.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import { ThisCopy } from './this-copy.tsx';
import classes from './top-bar.module.css';
import { modifierKeyName } from './use-shortcuts.ts';

/** Which city, which screen; search and the few settings of this machine. */
export function TopBar({ project }: { project: ProjectState }) {
  const { t } = useTexts();
  const preferences = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const found = findSection(path);
  const isDark = colorScheme === 'dark' || (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);

  return (
    <header className={classes.bar}>
      <div className={classes.where}>
        <bdi className={classes.city}>{project.city.name || t('shell.unnamedCity')}</bdi>
        {project.isSample ? <span className={classes.sample}>{t('shell.sample')}</span> : null}
        <ThisCopy project={project} />
        {found ? (
          <span className={classes.stage}>
            <span aria-hidden>/</span> {t(found.entry.title)}
          </span>
        ) : null}
      </div>
      <Button
        variant="default"
        size="compact-md"
        className={classes.search}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        rightSection={<Kbd size="xs">{`${modifierKeyName} K`}</Kbd>}
        onClick={() => spotlight.open()}
      >
        {t('shell.search')}
      </Button>
      <div className={classes.tools}>
        <UndoButtons />
        <NoteIt />
        <AuthorButton />
        <Tooltip label={t('shell.projector')}>
          <ActionIcon
            className={classes.roomy}
            aria-label={t('shell.projector')}
            aria-pressed={preferences.isProjector}
            onClick={() => preferences.set({ isProjector: !preferences.isProjector })}
          >
            <IconPresentation size="1.2rem" stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t(isDark ? 'shell.light' : 'shell.dark')}>
          <ActionIcon className={classes.roomy} aria-label={t(isDark ? 'shell.light' : 'shell.dark')} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
            {isDark ? <IconSun size="1.2rem" stroke={1.6} /> : <IconMoon size="1.2rem" stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label={t('shell.language')}>
              <ActionIcon aria-label={t('shell.language')}>
                <IconLanguage size="1.2rem" stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <LanguageMenuItems />
          </Menu.Dropdown>
        </Menu>
        <Tooltip label={t('shell.help')}>
          <ActionIcon
            aria-label={t('shell.help')}
            aria-pressed={preferences.isHelpOpen}
            onClick={() => preferences.set({ isHelpOpen: !preferences.isHelpOpen })}
          >
            <IconHelpCircle size="1.2rem" stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
