import { IconCircleCheck, IconFile, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProjectState } from '#shared/domain/project.ts';
import { RunningChip } from '../../stages/workshops/timer/running-chip.tsx';
import { useIsHelper } from '../history/author-field.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './status-bar.module.css';

/** The file's full path, always in sight, and that what was typed is on the disk. Leads to the file and its copies. */
export function StatusBar({ project }: { project: ProjectState }) {
  const { t, formats } = useTexts();
  const isHelper = useIsHelper();
  return (
    <footer className={classes.bar}>
      <span className={classes.path} title={project.path}>
        <IconFile size="0.9rem" aria-hidden />
        <span className="visually-hidden">{t('shell.file')}</span>
        <bdo dir="ltr">{project.path}</bdo>
      </span>
      <RunningChip />
      <StateLink className={classes.state} isLink={!isHelper}>
        <span role="status">
          {project.isReadOnly ? (
            <>
              <IconLock size="0.9rem" aria-hidden /> {t('shell.readOnly')}
            </>
          ) : (
            <>
              <IconCircleCheck size="0.95rem" aria-hidden /> {t('shell.saved', { time: formats.time(project.savedAt) })}
            </>
          )}
        </span>
      </StateLink>
    </footer>
  );
}

/** Copies and passphrases are the business of whoever sits at the machine with the file. */
function StateLink({ isLink, className, children }: { isLink: boolean; className: string | undefined; children: ReactNode }) {
  if (!isLink) return <span className={className}>{children}</span>;
  return (
    <Link to="/file" className={className}>
      {children}
    </Link>
  );
}
