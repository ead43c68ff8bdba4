import { join } from 'node:path';
import { createEngine } from '#main/engine/engine.ts';

/** Changes a project's passphrase over and over until it is killed. Tells when it begins. */
process.on('message', async ({ folder, path, from, to }: { folder: string; path: string; from: string; to: string }) => {
  const engine = createEngine({ folders: { settings: join(folder, 's'), projects: folder, resources: folder, temporary: join(folder, 't') } });
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  await client.project.open({ file: engine.services.files.hand(path), passphrase: from });
  process.send?.('begins');
  for (let [present, next] = [from, to]; ; [present, next] = [next, present]) await client.project.setPassphrase({ passphrase: next, current: present });
});
