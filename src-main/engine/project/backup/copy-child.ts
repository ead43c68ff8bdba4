/** The process beside the engine that reads, copies, checks and recovers project files: one question, then it ends. */
import { RefusalError } from '../../refuse.ts';
import { rekeyAside } from '../encryption/rekey-aside.ts';
import { lookForPeople } from '../privacy/look-for-people.ts';
import { scrubCopy } from '../privacy/scrub-copy.ts';
import { translateSqliteError } from '../project-file.ts';
import { copyAtRest, copyBytes } from './copy-at-rest.ts';
import { translateCopyError } from './copy-errors.ts';
import type { CopyAsk, CopyTell } from './copy-messages.ts';
import { lookAtFile } from './look-at-file.ts';
import { recoverFile } from './recover/recover-file.ts';

const tell = (message: CopyTell) => process.send?.(message);
/** Told at most ten times a second: a message costs more than a slice. */
const progress = (step: string) => {
  let last = 0;
  return (done: number, total: number) => {
    const now = Date.now();
    if (now - last < 100) return;
    last = now;
    tell({ tell: 'progress', progress: { step, done, total: Math.max(total, done) } });
  };
};

async function answer({ name, ask }: CopyAsk): Promise<unknown> {
  if (name === 'look') return ask.paths.map((path) => lookAtFile(path, ask.passphrase, ask.isThorough));
  if (name === 'copy') return copyAtRest(ask.from, ask.to, ask.passphrase, progress('copies.copying')).then(() => null);
  if (name === 'rekey') return rekeyAside(ask, (done, total) => tell({ tell: 'progress', progress: { step: 'project.setPassphrase', done, total } }));
  if (name === 'scrub') return scrubCopy(ask, progress('privacy.leavingOut'));
  if (name === 'people') return ask.paths.map((path) => lookForPeople(path, ask.passphrase, ask.ids));
  if (name === 'recover') return recoverFile(ask, progress('copies.recovering'));
  copyBytes(ask.from, ask.to, progress('copies.copying'));
  return null;
}

/** What goes wrong with the project itself is said as such. */
function refusalOf(error: unknown, { name, ask }: CopyAsk): unknown {
  return name === 'rekey' ? translateSqliteError(error, ask.path) : translateCopyError(error, 'to' in ask ? ask.to : '');
}

process.on('disconnect', () => process.exit(0));
process.on('message', async (question: CopyAsk) => {
  try {
    tell({ tell: 'done', answer: await answer(question) });
  } catch (error) {
    const known = refusalOf(error, question);
    if (known instanceof RefusalError) tell({ tell: 'refused', refusal: known.refusal });
    else tell({ tell: 'failed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
