/** What the room's projector shows. */
export function WallPage() {
  return null;
}
