/** The desktop application: one window, the engine beside it, and the system around them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, Menu, session } from 'electron';
import { defaultFolders } from '../engine/default-folders.ts';
import { chooseLanguage, loadTranslate } from '../engine/i18n/load-texts.ts';
import { registerAppScheme, serveAppProtocol } from './app-protocol.ts';
import { DesktopEngine } from './desktop-engine.ts';
import { projectFromArguments } from './files-from-outside.ts';
import { menuTemplate } from './menu.ts';
import { OwnWindow } from './own-window.ts';
import { answerPageQuestions } from './page-questions.ts';
import { WallWindow } from './wall-window.ts';
import { denyPermissions, refuseNetwork, secureAllPages } from './web-contents-security.ts';

const folders = defaultFolders();
const profileFolder = join(folders.settings, 'desktop');
const isMac = process.platform === 'darwin';

app.setAppUserModelId('org.citysafetystudio.desktop');
mkdirSync(profileFolder, { recursive: true });
app.setPath('userData', profileFolder);
registerAppScheme();

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  let language = 'en';
  const translate = () => loadTranslate(folders.resources, language);
  const wall = new WallWindow();
  const own = new OwnWindow({ statePath: join(folders.settings, 'window.json'), onClosed: () => wall.close() });
  const engine = new DesktopEngine({
    folders,
    onStopped: () => {
      own.tell('engine/stopped');
      wall.tell('engine/stopped');
    },
    onProject: (path) => {
      if (path) app.addRecentDocument(path);
      own.window?.setRepresentedFilename(path ?? '');
    },
  });
  const openFromOutside = async (path: string) => {
    if (app.isReady()) own.show();
    own.tell('page/open-request', await engine.ask('hand', { path }));
  };
  const reportOpening = (path: string) => void openFromOutside(path).catch((error: unknown) => dialog.showErrorBox(app.name, String(error)));

  secureAllPages({ translate });
  answerPageQuestions({ own, wall, engine, folders, translate, setLanguage });

  app.on('second-instance', (_event, parameters, workingFolder) => {
    own.show();
    const path = projectFromArguments(parameters.slice(1), workingFolder);
    if (path) reportOpening(path);
  });
  // macOS: may come before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void app.whenReady().then(() => reportOpening(path));
  });
  app.on('activate', () => own.show());
  app.on('window-all-closed', () => {
    if (!isMac) app.quit();
  });
  endEngineBeforeQuitting(engine);

  void app.whenReady().then(() => {
    serveAppProtocol();
    denyPermissions(session.defaultSession);
    refuseNetwork(session.defaultSession);
    own.show();
    engine.start().catch((error: unknown) => console.error(error));
    setLanguage(app.getLocale());
    app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: app.getVersion(), copyright: 'Apache-2.0' });
    const path = projectFromArguments(process.argv.slice(1), process.cwd());
    if (path) reportOpening(path);
  });

  function setLanguage(wished: string): void {
    language = chooseLanguage(folders.resources, wished);
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          t: translate(),
          isMac,
          isPackaged: app.isPackaged,
          command: (name) => own.tell('page/command', name),
          showAbout: () => app.showAboutPanel(),
        }),
      ),
    );
  }
}

/** The project file is closed properly before the process ends. */
function endEngineBeforeQuitting(engine: DesktopEngine): void {
  let isEnded = false;
  app.on('will-quit', (event) => {
    if (isEnded) return;
    event.preventDefault();
    void engine.end().finally(() => {
      isEnded = true;
      app.quit();
    });
  });
}
