import type { MenuItemConstructorOptions } from 'electron';
import { stages } from '#shared/domain/stages.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';

/** Commands that the page knows (`onCommand`). */
export type PageCommand = 'new' | 'undo' | 'redo' | 'open' | 'close' | 'palette' | 'help' | 'projector' | 'theme' | `stage:${number}`;

/** The menus in the interface language. Everything that is done to a project is a command that the page carries out. */
export function menuTemplate(options: {
  t: Translate;
  isMac: boolean;
  isPackaged: boolean;
  command: (name: PageCommand) => void;
  showAbout: () => void;
}): MenuItemConstructorOptions[] {
  const { t, isMac, isPackaged, command } = options;
  const entry = (key: TextKey, name: PageCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label: t(key),
    click: () => command(name),
    ...(accelerator && { accelerator }),
  });
  const role = (key: TextKey, roleName: MenuItemConstructorOptions['role']): MenuItemConstructorOptions => ({
    label: t(key),
    ...(roleName && { role: roleName }),
  });
  // The page hears these keys itself, and leaves them to a text field that has the focus.
  const undoEntry = (key: TextKey, name: PageCommand, accelerator: string): MenuItemConstructorOptions => ({
    ...entry(key, name, accelerator),
    registerAccelerator: false,
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const about: MenuItemConstructorOptions = isMac ? role('menu.about', 'about') : { id: 'about', label: t('menu.about'), click: options.showAbout };

  return [
    ...(isMac ? [applicationMenu(t, about, role, line)] : []),
    {
      label: t('menu.file'),
      submenu: [
        entry('menu.new', 'new', 'CmdOrCtrl+N'),
        entry('menu.open', 'open', 'CmdOrCtrl+O'),
        // The system keeps this list on macOS and Windows.
        ...(process.platform === 'linux'
          ? []
          : [{ label: t('menu.recent'), role: 'recentDocuments' as const, submenu: [role('menu.clearRecent', 'clearRecentDocuments')] }]),
        line,
        entry('menu.closeProject', 'close', 'CmdOrCtrl+Shift+W'),
        ...(isMac ? [] : [line, role('menu.quit', 'quit')]),
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        undoEntry('menu.undo', 'undo', 'CmdOrCtrl+Z'),
        undoEntry('menu.redo', 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        line,
        role('menu.cut', 'cut'),
        role('menu.copy', 'copy'),
        role('menu.paste', 'paste'),
        role('menu.selectAll', 'selectAll'),
      ],
    },
    {
      label: t('menu.go'),
      submenu: [
        entry('menu.palette', 'palette', 'CmdOrCtrl+K'),
        line,
        ...stages.map((stage, index) => entry(`stage.${stage}`, `stage:${index + 1}`, `Alt+${index + 1}`)),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        entry('menu.projector', 'projector', 'CmdOrCtrl+Shift+P'),
        entry('menu.theme', 'theme'),
        line,
        role('menu.zoomIn', 'zoomIn'),
        role('menu.zoomOut', 'zoomOut'),
        role('menu.zoomReset', 'resetZoom'),
        line,
        role('menu.fullScreen', 'togglefullscreen'),
        ...(isPackaged ? [] : [line, role('menu.developer', 'toggleDevTools')]),
      ],
    },
    { label: t('menu.help'), role: 'help', submenu: [entry('menu.helpPanel', 'help', 'F1'), ...(isMac ? [] : [line, about])] },
  ];
}

function applicationMenu(
  t: Translate,
  about: MenuItemConstructorOptions,
  role: (key: TextKey, roleName: MenuItemConstructorOptions['role']) => MenuItemConstructorOptions,
  line: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  return { label: t('app.name'), submenu: [about, line, role('menu.hide', 'hide'), role('menu.hideOthers', 'hideOthers'), line, role('menu.quit', 'quit')] };
}
