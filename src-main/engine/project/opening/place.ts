import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { ReadOnlyReason } from '#shared/domain/project.ts';

/** Why a project's place lets nobody write; null when it does. */
export function whyNotWritable(path: string): ReadOnlyReason | null {
  return refusedAccess(path, 'file') ?? refusedAccess(dirname(path), 'folder');
}

function refusedAccess(path: string, reason: 'file' | 'folder'): ReadOnlyReason | null {
  try {
    accessSync(path, constants.W_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EROFS' ? 'medium' : reason;
  }
}

const networkFileSystems = /^(nfs\d?|cifs|smb\d?|smbfs|fuse\.(sshfs|smbnetfs|gvfsd-fuse|rclone|davfs.*)|davfs|afs|9p|ncpfs|ceph|glusterfs)$/;

/**
 * Whether a file lies on another machine. Linux lists its mounts; Windows names a share by two backslashes (a share under a drive letter is not
 * recognised without asking the system); macOS mounts tell nothing without a program of its own.
 */
export function isOnNetwork(path: string, platform: NodeJS.Platform = process.platform, mounts = readMounts): boolean {
  if (platform === 'win32') return /^(\\\\|\/\/)(?![?.])/.test(path) || /^\\\\\?\\UNC\\/i.test(path);
  if (platform !== 'linux') return false;
  const kind = fileSystemOf(realPath(path), mounts());
  return kind !== null && networkFileSystems.test(kind);
}

/** The kind of the file system that holds a path: of all places mounted above it, the longest. */
export function fileSystemOf(path: string, mounts: string): string | null {
  let best: { at: string; kind: string } | null = null;
  for (const line of mounts.split('\n')) {
    const [, at, kind] = line.split(' ').map((part) => part.replaceAll(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8))));
    if (!at || !kind) continue;
    const holds = path === at || path.startsWith(at.endsWith(sep) ? at : `${at}/`);
    if (holds && at.length >= (best?.at.length ?? 0)) best = { at, kind };
  }
  return best?.kind ?? null;
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function readMounts(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return '';
  }
}
