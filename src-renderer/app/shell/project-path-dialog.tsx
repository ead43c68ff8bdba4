import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useEngine } from '../engine/engine-provider.tsx';
import type { ProjectPathAsker } from '../engine-client/file-access.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './project-path-dialog.module.css';

type ProjectFolder = Parameters<ProjectPathAsker>[0];

interface Question extends ProjectFolder {
  readonly answer: (path: string | null) => void;
}

/** In a browser: which project to open, out of the projects folder or by its path. A desktop window has its own dialog for that. */
export function ProjectPathDialog() {
  const { t, formats } = useTexts();
  const { files } = useEngine();
  const [question, setQuestion] = useState<Question | null>(null);
  const [path, setPath] = useState('');

  useEffect(() => files.lendProjectPathAsker((folder) => new Promise((answer) => setQuestion({ ...folder, answer }))), [files]);

  const finish = (answer: string | null) => {
    question?.answer(answer);
    setQuestion(null);
    setPath('');
  };
  const openTyped = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim()) finish(path.trim());
  };

  return (
    <Modal
      opened={question !== null}
      onClose={() => finish(null)}
      title={t('openProject.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack gap="md">
        {question && question.projects.length > 0 ? (
          <div>
            <h3 className={classes.heading}>{t('openProject.inFolder')}</h3>
            <bdo dir="ltr" className={classes.folder}>
              {question.folder}
            </bdo>
            <ul className={classes.list}>
              {question.projects.map((project) => (
                <li key={project.path}>
                  <button type="button" className={classes.project} onClick={() => finish(project.path)}>
                    <IconFile size="1.1rem" stroke={1.6} aria-hidden />
                    <bdi>{project.name}</bdi>
                    <span className={classes.when}>{formats.instant(project.changedAt)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <form onSubmit={openTyped}>
          <TextInput
            label={t('openProject.path')}
            description={t('openProject.pathNote')}
            placeholder={question?.folder}
            value={path}
            onChange={(event) => setPath(event.currentTarget.value)}
            dir="ltr"
            data-autofocus
          />
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => finish(null)}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" disabled={!path.trim()}>
              {t('openProject.open')}
            </Button>
          </Group>
        </form>
      </Stack>
    </Modal>
  );
}
