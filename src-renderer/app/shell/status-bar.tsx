import { IconCircleCheck, IconFile, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ProjectState } from '#shared/domain/project.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './status-bar.module.css';

/** The file's full path, always in sight, and that what was typed is on the disk. Leads to the file and its copies. */
export function StatusBar({ project }: { project: ProjectState }) {
  const { t, formats } = useTexts();
  return (
    <footer className={classes.bar}>
      <span className={classes.path} title={project.path}>
        <IconFile size="0.9rem" aria-hidden />
        <span className="visually-hidden">{t('shell.file')}</span>
        <bdo dir="ltr">{project.path}</bdo>
      </span>
      <Link to="/file" className={classes.state}>
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
      </Link>
    </footer>
  );
}
