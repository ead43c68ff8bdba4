import { expect, test } from './fixtures.ts';

test('a page has no Node, no Electron and only the named questions', async ({ page }) => {
  const found = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { citySafetyDesktop: object }).citySafetyDesktop).sort(),
  }));
  expect(found.globals).toEqual([]);
  expect(found.bridge).toEqual([
    'chooseFolder',
    'chooseSeveral',
    'chooseToOpen',
    'chooseToSave',
    'connect',
    'handDropped',
    'onCommand',
    'onEngineStopped',
    'onOpenRequest',
    'showInFolder',
    'showWall',
  ]);
});

test('the window is isolated and sandboxed', async ({ app, page }) => {
  await page.title();
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // Not in the types, and the only place that tells what really holds.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
    return { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, webSecurity: true });
});

test('a page cannot lead the window anywhere else', async ({ page }) => {
  for (const address of ['https://example.org/', 'file:///etc/passwd', 'app://other/', 'data:text/html,x', 'https://example.org/?app://studio/']) {
    await page.evaluate((to) => {
      window.location.href = to;
    }, address);
    await page.waitForTimeout(200);
    expect(page.url()).toMatch(/^app:\/\/studio\//);
  }
});

test('a page cannot open a window', async ({ app, page }) => {
  expect(await page.evaluate(() => window.open('https://example.org/') === null && window.open('app://studio/') === null)).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('only a known address outside is offered, and only opened when the person says so', async ({ app, page }) => {
  await app.evaluate(({ dialog, shell }) => {
    const seen = { asked: [] as string[], opened: [] as string[], answer: 1 };
    Object.assign(globalThis, { seenLinks: seen });
    dialog.showMessageBox = (async (options: { detail: string }) => {
      seen.asked.push(options.detail);
      return { response: seen.answer, checkboxChecked: false };
    }) as unknown as typeof dialog.showMessageBox;
    shell.openExternal = async (url) => {
      seen.opened.push(url);
    };
  });
  const visit = (url: string) => page.evaluate((address) => window.open(address), url);
  await visit('https://example.org/?https://unhabitat.org/');
  await visit('http://unhabitat.org/');
  await visit('https://person@unhabitat.org/');
  await visit('https://unhabitat.org/first');
  await app.evaluate(() => {
    (globalThis as unknown as { seenLinks: { answer: number } }).seenLinks.answer = 0;
  });
  await visit('https://unhabitat.org/second');
  const seen = () => app.evaluate(() => (globalThis as unknown as { seenLinks: { asked: string[]; opened: string[] } }).seenLinks);
  await expect.poll(async () => (await seen()).opened).toEqual(['https://unhabitat.org/second']);
  expect((await seen()).asked).toEqual(['https://unhabitat.org/first', 'https://unhabitat.org/second']);
});

test('a page gets no permission for anything', async ({ page }) => {
  const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi', 'storage-access'];
  const states = await page.evaluate(
    (asked) => Promise.all(asked.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state)),
    names,
  );
  expect(states).toEqual(names.map(() => 'denied'));
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
});

test('the policy holds: no inline script, no eval, no address outside', async ({ page }) => {
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  const ran = await page.evaluate(async () => {
    const element = document.createElement('script');
    element.textContent = 'window.inlineRan = true';
    document.body.append(element);
    const outside = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    return { inline: 'inlineRan' in window, outside };
  });
  expect(ran).toEqual({ inline: false, outside: false });
});

test('the protocol hands out its own files only', async ({ app, page }) => {
  await page.title();
  const statusOf = (url: string) =>
    app.evaluate(
      async ({ session }, address) =>
        session.defaultSession.fetch(address).then(
          (answer) => answer.status,
          () => 'failed',
        ),
      url,
    );
  expect(await statusOf('app://studio/index.html')).toBe(200);
  expect(await statusOf('app://studio/../../package.json')).toBe(404);
  expect(await statusOf('app://studio/%2e%2e%2f%2e%2e%2fpackage.json')).toBe(400);
  expect(await statusOf('app://studio/..%5c..%5cpackage.json')).toBe(400);
  expect(await statusOf('app://studio//etc/passwd.txt')).toBe(404);
  expect(await statusOf('app://studio/%00.js')).toBe(400);
  expect(await statusOf('app://other/index.html')).toBe(403);
});

test('nothing leaves for the network, whatever asks', async ({ app, page }) => {
  await page.title();
  const outcome = await app.evaluate(({ session }) =>
    session.defaultSession.fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  );
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('a page that is not ours gets an error from every question, even with our preload', async ({ app, page }) => {
  await page.title();
  const answer = await app.evaluate(async ({ app: electron, BrowserWindow }) => {
    const preload = `${electron.getAppPath()}/out/preload/preload.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await stranger.loadURL('about:blank');
    const outcome: string = await stranger.webContents.executeJavaScript(
      `window.citySafetyDesktop.chooseToOpen('project').then(() => 'answered', (error) => error.message)`,
    );
    stranger.destroy();
    return outcome;
  });
  expect(answer).toContain('was refused');
});

test('a file that a script made up has no place on this machine', async ({ page }) => {
  const answer = await page.evaluate(() =>
    (window as unknown as { citySafetyDesktop: { handDropped(file: File): Promise<unknown> } }).citySafetyDesktop.handDropped(new File(['x'], '/etc/passwd')),
  );
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'file/not-readable' } });
});
