import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import type { ProjectState } from '#shared/domain/project.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { byteText } from '../outputs/byte-text.ts';
import type { CopiesState } from './copies-state.ts';
import classes from './file-page.module.css';

/** Which file the project is, with its whole path, and that everything is on the disk. */
export function FilePanel({ project, state }: { project: ProjectState; state: CopiesState | undefined }) {
  const { t, formats } = useTexts();
  const { files } = useEngine();
  return (
    <Panel
      title={t('file.theFile')}
      actions={
        files.presentsInFolder && state ? (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconFolder size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => void files.present({ file: state.file, fileName: project.fileName })}
          >
            {t('outputs.showInFolder')}
          </Button>
        ) : null
      }
    >
      <dl className={classes.facts}>
        <dt>{t('file.path')}</dt>
        <dd>
          <bdo dir="ltr" className={classes.path}>
            {project.path}
          </bdo>
        </dd>
        <dt>{t('file.size')}</dt>
        <dd>{state ? byteText(formats, state.byteCount) : '–'}</dd>
        <dt>{t('file.state')}</dt>
        <dd>{project.isReadOnly ? t('shell.readOnly') : t('file.savedAt', { when: formats.instant(project.savedAt) })}</dd>
        <dt>{t('file.lastCopy')}</dt>
        <dd>{state?.lastCopyAt ? formats.instant(state.lastCopyAt) : t('file.noCopyYet')}</dd>
      </dl>
    </Panel>
  );
}
