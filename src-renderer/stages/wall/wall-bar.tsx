import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconChartBar,
  IconChevronLeft,
  IconChevronRight,
  IconClock,
  IconKeyboard,
  IconMaximize,
  IconQrcode,
  IconSquareFilled,
  type TablerIcon,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { WallView } from '#shared/domain/room.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import type { RemoteCommand } from './remote.ts';
import classes from './wall-page.module.css';

/** How long the buttons stay after the pointer rests, in milliseconds. */
const restMs = 2_500;

const icons = {
  back: IconChevronLeft,
  next: IconChevronRight,
  join: IconQrcode,
  timer: IconClock,
  result: IconChartBar,
  black: IconSquareFilled,
  'full-screen': IconMaximize,
  help: IconKeyboard,
} satisfies Partial<Record<RemoteCommand, TablerIcon>>;
type BarCommand = keyof typeof icons;
const commands = Object.keys(icons) as BarCommand[];

/** The remote as buttons for a hand at the screen: there when the pointer moves or a key leads to them, out of the picture else. */
export function WallBar({
  mode,
  hasResult,
  onCommand,
}: {
  mode: WallView['mode'] | undefined;
  hasResult: boolean;
  onCommand: (command: RemoteCommand) => void;
}) {
  const { t } = useTexts();
  const { door } = useEngine();
  const isShown = usePointerMoves();
  // The desktop's own window hears F and Esc before its page does.
  const offered = commands.filter((command) => command !== 'full-screen' || door === 'browser');
  return (
    <nav className={classes.bar} data-shown={isShown || undefined} aria-label={t('wall.remote')}>
      <div className={classes.buttons}>
        {offered.map((command) => {
          const Icon = icons[command];
          return (
            <Tooltip key={command} label={t(`wall.command.${command}`)}>
              <ActionIcon
                size="xl"
                aria-label={t(`wall.command.${command}`)}
                aria-pressed={command === 'black' ? mode === 'black' : undefined}
                disabled={command === 'result' && !hasResult}
                onClick={() => onCommand(command)}
              >
                <span className={command === 'back' || command === 'next' ? classes.turned : undefined}>
                  <Icon size="1.4rem" stroke={1.6} aria-hidden />
                </span>
              </ActionIcon>
            </Tooltip>
          );
        })}
      </div>
    </nav>
  );
}

function usePointerMoves(): boolean {
  const [isMoving, setMoving] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      setMoving(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoving(false), restMs);
    };
    window.addEventListener('pointermove', moved);
    return () => {
      window.removeEventListener('pointermove', moved);
      clearTimeout(timer);
    };
  }, []);
  return isMoving;
}
