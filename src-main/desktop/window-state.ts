import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const rectangleSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
const windowStateSchema = rectangleSchema.extend({ isMaximized: z.boolean() });
export type Rectangle = z.infer<typeof rectangleSchema>;
export type WindowState = z.infer<typeof windowStateSchema>;

/** What fits a 1366×768 laptop and still looks at home on a large screen. */
const firstSize = { width: 1280, height: 820 };
export const smallestSize = { width: 960, height: 620 };

/** Where the window was left, or null: a damaged memory is no memory. */
export function readWindowState(path: string): WindowState | null {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

export function writeWindowState(path: string, state: WindowState): void {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.part`;
  writeFileSync(half, JSON.stringify(state));
  renameSync(half, path);
}

/**
 * Where to put the window: where it was if enough of its title bar is still on a screen (a projector may be gone), else in the middle of the
 * first screen. `workAreas` are the screens without their bars, in pixels.
 */
export function placeWindow(saved: Rectangle | null, workAreas: readonly Rectangle[]): Partial<Rectangle> & { width: number; height: number } {
  const home = saved ? workAreas.find((area) => isReachable(saved, area)) : undefined;
  if (saved && home) {
    const width = Math.min(Math.max(saved.width, smallestSize.width), home.width);
    const height = Math.min(Math.max(saved.height, smallestSize.height), home.height);
    return { x: saved.x, y: saved.y, width, height };
  }
  const [first] = workAreas;
  return { width: Math.min(firstSize.width, first?.width ?? firstSize.width), height: Math.min(firstSize.height, first?.height ?? firstSize.height) };
}

/** At least a hand's width of the title bar can be seen and dragged. */
function isReachable(window: Rectangle, area: Rectangle): boolean {
  const seenWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return seenWidth >= 160 && window.y >= area.y - 8 && window.y <= area.y + area.height - 48;
}
