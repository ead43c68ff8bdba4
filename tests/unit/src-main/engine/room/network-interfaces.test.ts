import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { listInterfaces } from '#main/engine/room/network-interfaces.ts';

function address(value: string, isInternal = false): NetworkInterfaceInfo[] {
  return [{ address: value, family: 'IPv4', internal: isInternal, netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null }];
}
const likely = (all: ReturnType<typeof listInterfaces>) => all.find(({ isLikely }) => isLikely)?.address;

describe('The addresses of a laptop', () => {
  it('are its Wi-Fi before its cable, and the machine itself last', () => {
    const all = listInterfaces({ lo: address('127.0.0.1', true), eth0: address('10.0.0.5'), wlp3s0: address('192.168.1.4') }, 'linux');
    expect(all.map(({ kind }) => kind)).toEqual(['wifi', 'cable', 'loopback']);
    expect(likely(all)).toBe('192.168.1.4');
  });

  it('are the laptop’s own hotspot before all others, as Windows, Linux and macOS make it', () => {
    for (const hotspot of ['192.168.137.1', '10.42.0.1', '192.168.2.1']) {
      const all = listInterfaces({ 'Wi-Fi': address('192.168.1.4'), 'Local Area Connection* 2': address(hotspot) }, 'win32');
      expect(likely(all)).toBe(hotspot);
    }
  });

  it('are never a network inside the machine, or one that no router answered in, while there is another', () => {
    const all = listInterfaces(
      { docker0: address('172.17.0.1'), tun0: address('10.8.0.2'), eth0: address('169.254.3.4'), en0: address('192.168.0.7') },
      'darwin',
    );
    expect(likely(all)).toBe('192.168.0.7');
    expect(all[0]?.kind).toBe('wifi');
  });

  it('are none where there is no network: nothing is likely', () => {
    expect(likely(listInterfaces({ lo: address('127.0.0.1', true) }, 'linux'))).toBeUndefined();
    expect(listInterfaces({}, 'linux')).toEqual([]);
  });
});
