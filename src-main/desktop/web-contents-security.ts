import { app, dialog, type Session, shell } from 'electron';
import type { Translate } from '#shared/i18n/texts.ts';
import { developmentUrl, isOwnPage } from './app-protocol.ts';
import { allowedExternalLink } from './external-links.ts';

/** Applies to every page that ever exists in this process, our own included. */
export function secureAllPages(options: { translate: () => Translate }): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url, app.isPackaged)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOwnPage(event.url, app.isPackaged)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwnPage(event.url, app.isPackaged)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void offerExternalLink(url, options.translate());
      return { action: 'deny' };
    });
  });
}

/** Pages may ask for nothing: no camera, no place, no notification, no device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** The application works offline: a page loads its own files, and what it made itself. */
export function refuseNetwork(session: Session): void {
  // The development server speaks to its page over sockets of its own.
  if (developmentUrl(app.isPackaged)) return;
  const ownSchemes = new Set(['app:', 'blob:', 'data:', 'devtools:', 'file:']);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isOwnPage(url, app.isPackaged) && !ownSchemes.has(new URL(url).protocol) });
  });
}

/** A known address outside opens in the person's own browser once they said so. */
async function offerExternalLink(address: string, t: Translate): Promise<void> {
  const url = allowedExternalLink(address);
  if (!url) return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: t('desktop.link.title'),
    detail: url.href,
    buttons: [t('desktop.link.open'), t('desktop.link.stay')],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(url.href);
}
