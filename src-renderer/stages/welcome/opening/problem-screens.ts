import {
  IconAlertTriangle,
  IconFileAlert,
  IconFileBroken,
  IconFileOff,
  IconFileUnknown,
  IconFolderOff,
  IconKey,
  IconLock,
  IconUsers,
  IconVersions,
  type TablerIcon,
} from '@tabler/icons-react';
import type { OpeningProblemCode } from '../../../app/engine/opening-problem.ts';

/** What can be done about a file that did not open. None of them changes or removes that file. */
export type WayOut = 'read-only' | 'take-over' | 'set-aside' | 'copy-here' | 'newest-copy' | 'recover' | 'read-damaged' | 'again' | 'choose';

export interface ProblemScreen {
  readonly icon: TablerIcon;
  /** The first is the safest, and the screen's one filled button. */
  readonly ways: readonly WayOut[];
  /** Whether it helps to see what of the file can be read. */
  readonly looksInside: boolean;
}

export const problemScreens: Readonly<Record<OpeningProblemCode, ProblemScreen>> = {
  'project/open-elsewhere': { icon: IconUsers, ways: ['read-only', 'take-over', 'choose'], looksInside: false },
  'project/passphrase-needed': { icon: IconLock, ways: ['choose'], looksInside: false },
  'project/passphrase-wrong': { icon: IconKey, ways: ['newest-copy', 'choose'], looksInside: false },
  'project/damaged': { icon: IconFileBroken, ways: ['newest-copy', 'recover', 'read-damaged', 'choose'], looksInside: true },
  'project/empty-file': { icon: IconFileOff, ways: ['newest-copy', 'choose'], looksInside: true },
  'project/foreign': { icon: IconFileUnknown, ways: ['choose', 'newest-copy'], looksInside: true },
  'project/from-newer-version': { icon: IconVersions, ways: ['newest-copy', 'choose'], looksInside: true },
  'project/update-failed': { icon: IconFileAlert, ways: ['newest-copy', 'recover', 'choose'], looksInside: true },
  'project/foreign-journal': { icon: IconFileAlert, ways: ['copy-here', 'set-aside', 'choose'], looksInside: true },
  'project/unfinished-read-only': { icon: IconFileAlert, ways: ['copy-here', 'choose'], looksInside: true },
  'project/update-needs-writing': { icon: IconVersions, ways: ['copy-here', 'choose'], looksInside: true },
  'project/disk-failed': { icon: IconAlertTriangle, ways: ['again', 'newest-copy', 'choose'], looksInside: false },
  'project/disk-full': { icon: IconAlertTriangle, ways: ['again', 'read-only', 'choose'], looksInside: false },
  'project/in-use': { icon: IconLock, ways: ['again', 'copy-here', 'choose'], looksInside: false },
  'project/not-found': { icon: IconFileOff, ways: ['newest-copy', 'again', 'choose'], looksInside: false },
  'project/folder-gone': { icon: IconFolderOff, ways: ['again', 'newest-copy', 'choose'], looksInside: false },
  'project/not-a-file': { icon: IconFileUnknown, ways: ['choose', 'again'], looksInside: false },
  'project/not-readable': { icon: IconLock, ways: ['again', 'newest-copy', 'choose'], looksInside: false },
};
