import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { NetworkInterface } from '#shared/domain/room.ts';

/** Addresses that systems give themselves when they make a network for others: Windows, NetworkManager, macOS, Android. */
const hotspotAddresses = ['192.168.137.1', '10.42.0.1', '192.168.2.1', '192.168.43.1'];
/** Networks that live inside this machine or lead far away: no phone in the room is in them. */
const unlikelyNames = /^(docker|veth|br-|virbr|vmnet|vboxnet|tailscale|utun|tun|tap|zt|wg|lxc|cni|flannel|hyper-v|vethernet)/i;
const wirelessNames = /^(wl|wifi|wi-fi|ath|ra\d)|wireless|wlan|^drahtlos/i;
const kindOrder: readonly NetworkInterface['kind'][] = ['hotspot', 'wifi', 'cable', 'other', 'loopback'];

/** The addresses of this laptop at which phones may reach it, the likeliest first. IPv4 only: it can be typed from a wall. */
export function listInterfaces(
  all: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
  platform: NodeJS.Platform = process.platform,
): NetworkInterface[] {
  const found = Object.entries(all).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family }) => family === 'IPv4')
      .map(({ address, internal }) => ({ name, address, kind: kindOf(name, address, internal, platform) })),
  );
  found.sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
  const likely = found.find(({ kind }) => kind !== 'loopback' && kind !== 'other') ?? found.find(({ kind }) => kind === 'other');
  return found.map((one) => ({ ...one, isLikely: one === likely }));
}

function kindOf(name: string, address: string, isInternal: boolean, platform: NodeJS.Platform): NetworkInterface['kind'] {
  if (isInternal) return 'loopback';
  // No router answered: such an address reaches nobody.
  if (unlikelyNames.test(name) || address.startsWith('169.254.')) return 'other';
  if (hotspotAddresses.includes(address) || /^(ap\d|bridge100)/i.test(name)) return 'hotspot';
  if (wirelessNames.test(name) || (platform === 'darwin' && name === 'en0')) return 'wifi';
  return 'cable';
}
