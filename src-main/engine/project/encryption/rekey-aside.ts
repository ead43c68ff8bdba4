import type { CopyQuestions } from '../backup/copy-messages.ts';
import { newestRevision } from '../backup/copy-open-file.ts';
import { openToRead } from '../backup/open-to-read.ts';
import { ProjectKey } from './project-key.ts';
import { makeRekeyedCopy, rekeyStepCount } from './rekeyed-copy.ts';

/** Makes the copy of a project under another passphrase that is to be put in its place. Runs in the process for copies, and only reads the project. */
export function rekeyAside(
  { path, to, passphrase, next, engine }: CopyQuestions['rekey']['ask'],
  tell: (done: number, total: number) => void,
): CopyQuestions['rekey']['answer'] {
  const connection = openToRead(path, passphrase);
  try {
    const keys = { from: keyOf(passphrase), to: keyOf(next) };
    makeRekeyedCopy(connection, to, keys, (done) => {
      // Nobody waits for it: what is half done goes, and the project's file is let go.
      if (process.ppid !== engine) throw new Error('the engine has ended');
      tell(done, rekeyStepCount);
    });
    return { revision: newestRevision(connection) };
  } finally {
    connection.close();
  }
}

const keyOf = (passphrase: string | null): ProjectKey | null => (passphrase === null ? null : new ProjectKey(passphrase));
