import { defaultFolders } from '../engine/default-folders.ts';
import { runCli } from './run-cli.ts';

// A reader that goes away early (`… | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  environment: process.env,
  folders: defaultFolders(),
  writeOut: (text) => process.stdout.write(text),
  writeErr: (text) => process.stderr.write(text),
  showsProgress: process.stderr.isTTY === true,
});
