/** A browser's own full screen. In the desktop's window the application does it, which knows the other screen (`src-main/desktop/wall-window.ts`). */
export async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  // Refused where the window may not: then it stays as it is.
  await document.documentElement.requestFullscreen().catch(() => {});
}

export async function leaveFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
}
