import { useEffect, useRef } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { type RemoteCommand, remoteCommand } from '../../wall/remote.ts';

/** Where keys have a meaning of their own: fields, lists with keys, dialogs, menus. */
const ownKeys = 'input, textarea, select, [contenteditable], [data-own-keys], [role="dialog"], [role="alertdialog"], [role="menu"], [role="radiogroup"]';

/** The wall's remote on the cockpit, while nothing is being typed. */
export function useCockpitKeys(onCommand: (command: RemoteCommand) => void): void {
  const { direction } = useTexts();
  const latest = useRef(onCommand);
  latest.current = onCommand;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest(ownKeys) || document.querySelector('[aria-modal="true"]')) return;
      // Space presses the button that has the focus.
      if (event.key === ' ' && target?.closest('button, a, summary, [role="button"]')) return;
      const command = remoteCommand(event, direction, 'cockpit');
      if (!command) return;
      event.preventDefault();
      latest.current(command);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [direction]);
}
