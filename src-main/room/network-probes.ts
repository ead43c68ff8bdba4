/**
 * What phones and laptops ask a well-known address to find out whether a network leads to the internet, and what that address would answer. Such a
 * question reaches us only where a hotspot or router sends every name to this laptop and the room listens on port 80; then the true answer
 * keeps phones on the network, and no sign-in window opens whose cookies are lost with it.
 */
interface Probe {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly status: 200 | 204;
  readonly type: string;
  readonly body: string;
}

const probes: readonly Probe[] = [
  {
    hosts: [
      'connectivitycheck.gstatic.com',
      'connectivitycheck.android.com',
      'clients3.google.com',
      'www.google.com',
      'play.googleapis.com',
      'connectivitycheck.platform.hicloud.com',
      'connect.rom.miui.com',
    ],
    paths: ['/generate_204', '/gen_204'],
    status: 204,
    type: '',
    body: '',
  },
  {
    hosts: ['captive.apple.com', 'www.apple.com'],
    paths: ['/hotspot-detect.html', '/library/test/success.html'],
    status: 200,
    type: 'text/html',
    body: '<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>',
  },
  { hosts: ['www.msftconnecttest.com'], paths: ['/connecttest.txt'], status: 200, type: 'text/plain', body: 'Microsoft Connect Test' },
  { hosts: ['www.msftncsi.com'], paths: ['/ncsi.txt'], status: 200, type: 'text/plain', body: 'Microsoft NCSI' },
  { hosts: ['detectportal.firefox.com'], paths: ['/success.txt'], status: 200, type: 'text/plain', body: 'success\n' },
];

/** The answer to a probe, by its exact host and path; null for everything else. */
export function answerProbe(host: string | undefined, path: string): Pick<Probe, 'status' | 'type' | 'body'> | null {
  const name = host?.toLowerCase().replace(/:80$/, '');
  return probes.find(({ hosts, paths }) => name !== undefined && hosts.includes(name) && paths.includes(path)) ?? null;
}
