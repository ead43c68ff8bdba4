import { ActionIcon, Button, Group, Kbd, TextInput, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconKeyboard } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import type { RemoteCommand } from '../../wall/remote.ts';
import { useSetWall } from '../../wall/use-wall.ts';
import type { WallScenes } from '../../wall/use-wall-scene.ts';
import classes from './cockpit.module.css';

const pictures = ['join', 'timer', 'result', 'black'] as const satisfies readonly RemoteCommand[];
const keys: Readonly<Record<(typeof pictures)[number], string>> = { join: 'J', timer: 'T', result: 'R', black: 'B' };

/** What the wall shows now, and the remote to lead it from here. */
export function WallPanel({ scenes, onCommand, onHelp }: { scenes: WallScenes; onCommand: (command: RemoteCommand) => boolean; onHelp: () => void }) {
  const { t } = useTexts();
  const { mode } = scenes.room.wall;
  const isOn = (picture: (typeof pictures)[number]) => mode === picture || (picture === 'result' && mode === 'statements');
  return (
    <Panel
      title={t('cockpit.wall.title')}
      note={<NowShown scenes={scenes} />}
      actions={
        <Tooltip label={t('wall.command.help')}>
          <ActionIcon aria-label={t('wall.command.help')} onClick={onHelp}>
            <IconKeyboard size="1.3rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      }
    >
      <div className={classes.remote}>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconChevronLeft className={classes.arrow} size="1.1rem" stroke={1.6} aria-hidden />}
            onClick={() => onCommand('back')}
          >
            {t('cockpit.wall.back')}
          </Button>
          <Button
            variant="default"
            rightSection={<IconChevronRight className={classes.arrow} size="1.1rem" stroke={1.6} aria-hidden />}
            onClick={() => onCommand('next')}
          >
            {t('cockpit.wall.next')}
          </Button>
        </Group>
        <Group gap="xs">
          {pictures.map((picture) => (
            <Button
              key={picture}
              variant={isOn(picture) ? 'light' : 'default'}
              aria-pressed={isOn(picture)}
              disabled={picture === 'result' && scenes.ballot?.state !== 'closed'}
              rightSection={<Kbd size="xs">{keys[picture]}</Kbd>}
              onClick={() => onCommand(picture)}
            >
              {t(`cockpit.wall.${picture}`)}
            </Button>
          ))}
        </Group>
        <WallMessage isShown={mode === 'message'} />
      </div>
    </Panel>
  );
}

function NowShown({ scenes }: { scenes: WallScenes }) {
  const { t, formats } = useTexts();
  const { room, ballot, lastStep } = scenes;
  const { mode, step, message } = room.wall;
  const question = `\u2068${ballot?.question || t('wall.noQuestion')}\u2069`;
  if (mode === 'message') return t('cockpit.now.message', { message: `\u2068${message}\u2069` });
  if (mode === 'ballot' || mode === 'result' || mode === 'statements')
    return ballot
      ? t(`cockpit.now.${mode}`, { question, step: formats.count(Math.min(step, lastStep) + 1), steps: formats.count(lastStep + 1) })
      : t('cockpit.now.join');
  return t(`cockpit.now.${mode}`);
}

/** Words for the whole room: a break, a change of room, a thank you. */
function WallMessage({ isShown }: { isShown: boolean }) {
  const { t } = useTexts();
  const setWall = useSetWall();
  const [words, setWords] = useState('');
  const show = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim()) setWall({ mode: 'message', message: words.trim() });
  };
  return (
    <form className={classes.message} onSubmit={show}>
      <TextInput
        aria-label={t('cockpit.wall.message')}
        placeholder={t('cockpit.wall.message')}
        // An empty field shows its example in the direction of the page.
        {...(words ? { dir: 'auto' } : {})}
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button type="submit" variant={isShown ? 'light' : 'default'} disabled={words.trim() === ''}>
        {t('cockpit.wall.showMessage')}
      </Button>
    </form>
  );
}
