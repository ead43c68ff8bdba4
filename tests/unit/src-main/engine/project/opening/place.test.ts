import { describe, expect, test } from 'vitest';
import { fileSystemOf, isOnNetwork, whyNotWritable } from '#main/engine/project/opening/place.ts';

const mounts = `/dev/sda2 / ext4 rw,relatime 0 0
nas:/city /mnt/city nfs4 rw 0 0
//server/share /mnt/office\\040share cifs rw 0 0
user@host:/ /home/rosa/far fuse.sshfs rw 0 0
/dev/sdb1 /mnt/city-stick vfat rw 0 0
`;
const onLinux = (path: string) => isOnNetwork(path, 'linux', () => mounts);

describe('where a file lies', () => {
  test('the longest mount above a path holds it, spaces in names included', () => {
    expect(fileSystemOf('/home/rosa/x.citysafety', mounts)).toBe('ext4');
    expect(fileSystemOf('/mnt/city/x.citysafety', mounts)).toBe('nfs4');
    expect(fileSystemOf('/mnt/city-stick/x.citysafety', mounts)).toBe('vfat');
    expect(fileSystemOf('/mnt/office share/a/x.citysafety', mounts)).toBe('cifs');
  });

  test('network drives of Linux', () => {
    expect(['/mnt/city/x', '/mnt/office share/x', '/home/rosa/far/x', '/home/rosa/x', '/mnt/city-stick/x'].map(onLinux)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('shares of Windows', () => {
    const onWindows = (path: string) => isOnNetwork(path, 'win32');
    expect(['\\\\server\\share\\x', '//server/share/x', '\\\\?\\UNC\\server\\x'].map(onWindows)).toEqual([true, true, true]);
    expect(['C:\\Users\\Rosa\\x', '\\\\?\\C:\\x', '\\\\.\\pipe\\x'].map(onWindows)).toEqual([false, false, false]);
  });

  test('unknown mounts are no network', () => {
    expect(isOnNetwork('/home/x', 'linux', () => '')).toBe(false);
  });

  test.runIf(process.platform === 'linux')('a place where nobody may write says why', () => {
    expect(whyNotWritable('/proc/self/x.citysafety')).not.toBeNull();
  });
});
