import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from '#main/desktop/window-state.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const projector = { x: 1366, y: 0, width: 1920, height: 1080 };

describe('Where the window goes', () => {
  it('is where it was left, also on a second screen', () => {
    const left = { x: 1500, y: 100, width: 1200, height: 800 };
    expect(placeWindow(left, [laptop, projector])).toEqual(left);
  });

  it('is a fresh place when the screen it was on is gone', () => {
    expect(placeWindow({ x: 1500, y: 100, width: 1200, height: 800 }, [laptop])).toEqual({ width: 1280, height: 728 });
  });

  it('is a fresh place when its title bar cannot be reached', () => {
    expect(placeWindow({ x: 0, y: -300, width: 1200, height: 700 }, [laptop])).not.toHaveProperty('x');
    expect(placeWindow({ x: 1300, y: 0, width: 1200, height: 700 }, [laptop])).not.toHaveProperty('x');
    expect(placeWindow({ x: 0, y: 720, width: 1200, height: 700 }, [laptop])).not.toHaveProperty('x');
  });

  it('is never larger than the screen nor smaller than the layout', () => {
    expect(placeWindow({ x: 0, y: 0, width: 5000, height: 5000 }, [laptop])).toMatchObject({ width: 1366, height: 728 });
    expect(placeWindow({ x: 0, y: 0, width: 200, height: 200 }, [laptop])).toMatchObject({ width: 960, height: 620 });
  });
});

describe('What is remembered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-window-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('comes back as it was written', () => {
    const state = { x: 1, y: 2, width: 1000, height: 700, isMaximized: true };
    const path = join(folder, 'new', 'window.json');
    writeWindowState(path, state);
    expect(readWindowState(path)).toEqual(state);
  });

  it('is nothing when it is damaged or absent', () => {
    const path = join(folder, 'damaged.json');
    for (const content of ['', '{', '[]', '{"x":"1"}', '{"x":0,"y":0,"width":-5,"height":700,"isMaximized":false}']) {
      writeFileSync(path, content);
      expect(readWindowState(path)).toBeNull();
    }
    expect(readWindowState(join(folder, 'absent.json'))).toBeNull();
  });
});
