import module from 'node:module';

// A command line starts often and works briefly: keeping the compiled modules saves a quarter of the start.
module.enableCompileCache();
const { defaultFolders } = await import('../engine/default-folders.ts');
const { runCli } = await import('./run-cli.ts');

// A reader that goes away early (`… | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

// Whatever a library prints must not spoil the one value on the output.
if (process.argv.includes('--json')) console.log = console.info = console.debug = console.error;

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  environment: process.env,
  folders: defaultFolders(),
  writeOut: (text) => process.stdout.write(text),
  writeErr: (text) => process.stderr.write(text),
  showsProgress: process.stderr.isTTY === true,
});
