import { useMantineColorScheme } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useEngine } from '../engine/engine-provider.tsx';
import { useProjectActions } from '../engine/use-project-actions.ts';
import { useUndoKeys } from '../history/use-undo-keys.ts';
import { usePreferences } from '../preferences.tsx';
import { stageEntries } from '../sections.ts';

export const modifierKeyName = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';

/** Keys that work everywhere, and the commands of the desktop's menus, which are the same. */
export function useShortcuts() {
  const navigate = useNavigate();
  const preferences = usePreferences();
  const { toggleColorScheme } = useMantineColorScheme();
  const { onCommand, onOpenRequest } = useEngine();
  const actions = useProjectActions();
  const undoOrRedo = useUndoKeys();
  const toStage = (index: number) => void navigate({ to: stageEntries[index]?.sections[0]?.path ?? '/' });

  useHotkeys(
    [
      ['mod+K', () => spotlight.open()],
      ['F1', () => preferences.set({ isHelpOpen: !preferences.isHelpOpen })],
      ['mod+shift+P', () => preferences.set({ isProjector: !preferences.isProjector })],
      ['mod+O', () => void actions.open()],
      ...stageEntries.map((_entry, index): [string, () => void] => [`alt+${index + 1}`, () => toStage(index)]),
    ],
    [],
  );

  useEffect(() => onOpenRequest((chosen) => void actions.openChosen(chosen)));

  useEffect(() =>
    onCommand((command) => {
      if (command === 'new') void navigate({ to: '/' });
      else if (command === 'open') void actions.open();
      else if (command === 'undo' || command === 'redo') undoOrRedo(command);
      else if (command === 'close') void actions.close();
      else if (command === 'palette') spotlight.open();
      else if (command === 'help') preferences.set({ isHelpOpen: !preferences.isHelpOpen });
      else if (command === 'projector') preferences.set({ isProjector: !preferences.isProjector });
      else if (command === 'theme') toggleColorScheme();
      else if (command.startsWith('stage:')) toStage(Number(command.slice('stage:'.length)) - 1);
    }),
  );
}
