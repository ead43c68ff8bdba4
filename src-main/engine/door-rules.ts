import type { Door } from './services.ts';

/**
 * What a co-facilitator may not do from another machine: choose, replace, lock or copy files of the lead's laptop, open doors to others, delete people for
 * good. `subject` or `subject.name`.
 */
const leadOnly: ReadonlySet<string> = new Set([
  'project.recent',
  'project.forgetRecent',
  'project.create',
  'project.open',
  'project.openRecent',
  'project.fileOfRecent',
  'project.inspect',
  'project.openCopy',
  'project.openSample',
  'project.takeOver',
  'project.setPassphrase',
  'project.removePassphrase',
  'project.close',
  'files',
  'copies.choose',
  'copies.make',
  'copies.restore',
  'copies.openBeside',
  'copies.recover',
  'copies.list',
  'copies.listFor',
  'privacy',
  'merging.handOut',
  'merging.look',
  'merging.preview',
  'merging.bringTogether',
  'room.open',
  'room.close',
  'room.setSettings',
  'room.newCode',
  'room.removeDevice',
  'room.openToCoFacilitators',
  'room.closeToCoFacilitators',
  'room.coFacilitators',
  'room.removeCoFacilitator',
  'history.setAuthor',
  'history.compact',
  'eventReports.deleteDue',
]);

/** Whether a request for this procedure may come through this door. */
export function mayThroughDoor(door: Door, path: readonly string[]): boolean {
  if (door.kind !== 'co-facilitator') return true;
  return !leadOnly.has(path[0] ?? '') && !leadOnly.has(path.join('.'));
}
