import { Button } from '@mantine/core';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { useEngine, useProject } from '../engine/engine-provider.tsx';
import { usePreferences } from '../preferences.tsx';
import { findSection } from '../sections.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import { CommandPalette } from './command-palette.tsx';
import { FileNotices } from './file-notices.tsx';
import { HelpPanel } from './help-panel.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { ProjectPathDialog } from './project-path-dialog.tsx';
import classes from './shell.module.css';
import { StageRail } from './stage-rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { WorkStrip } from './work-strip.tsx';

/** What the room's projector shows: a window of its own without the frame. */
export const wallPath = '/wall';

/** The frame around every screen: rail of stages, top bar, the screen, its help, the file's state. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const project = useProject();
  const { connectionState } = useEngine();
  const { isHelpOpen, isProjector } = usePreferences();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const navigate = useNavigate();
  const isWelcome = path === '/';
  useShortcuts();
  useKeptFocus();

  const isWall = path === wallPath;

  // Every screen but the welcome one is about an open project. The wall stays dark instead: nobody's list of files belongs there.
  useEffect(() => {
    if (project === null && !isWelcome && !isWall) void navigate({ to: '/' });
  }, [project, isWelcome, isWall, navigate]);

  const section = findSection(path);
  const title = section ? t(section.section.title) : '';
  useScreenFocus(path);
  useEffect(() => {
    if (!isWall) document.title = [title, t('app.name')].filter(Boolean).join(' – ');
  }, [isWall, title, t]);

  if (isWall) return <Bare>{children}</Bare>;

  const hasHelp = isHelpOpen && !isProjector && section !== undefined;
  const isFramed = !isWelcome && project;

  return (
    <div className={classes.shell} data-framed={isFramed ? '' : undefined} data-help={hasHelp ? '' : undefined}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById('content')?.focus()}>
        {t('shell.skip')}
      </button>
      {isFramed ? <StageRail /> : null}
      {isFramed ? <TopBar project={project} /> : null}
      <main id="content" className={classes.content} tabIndex={-1} aria-label={title || undefined}>
        {connectionState === 'lost' ? (
          <div className={classes.lost}>
            <Notice kind="caution" title={t('shell.lost.title')} action={<Button onClick={() => window.location.reload()}>{t('shell.noEngine.retry')}</Button>}>
              {t('shell.lost.body')}
            </Notice>
          </div>
        ) : null}
        {isFramed ? <FileNotices project={project} /> : null}
        <PageBoundary key={path}>
          <Suspense fallback={null}>{isWelcome || project ? children : null}</Suspense>
        </PageBoundary>
      </main>
      {isFramed && hasHelp ? <HelpPanel topic={section.section.topic} /> : null}
      {isFramed ? <StatusBar project={project} /> : null}
      {project ? <WorkStrip /> : null}
      <CommandPalette />
      <ProjectPathDialog />
    </div>
  );
}

/** A new screen takes the focus from the link that led to it: the next Tab is in its task, and its name is read out. What it focuses itself stays so. */
function useScreenFocus(path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    const content = document.getElementById('content');
    if (!content?.contains(document.activeElement)) content?.focus({ preventScroll: true });
  }, [path]);
}

function Bare({ children }: { children: ReactNode }) {
  return (
    <main id="content" className={classes.bare}>
      <PageBoundary>
        <Suspense fallback={null}>{children}</Suspense>
      </PageBoundary>
    </main>
  );
}
