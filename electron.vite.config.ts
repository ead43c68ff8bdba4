import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noncePlaceholder } from './src-main/pages/page-files.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Programs of the main side, each a file `out/main/<name>.js`. A process or worker started by path needs an entry of its own; it then
 * finds itself beside the file that starts it (all chunks are flat in `out/main`).
 */
const mainEntries: Readonly<Record<string, string>> = {
  desktop: 'src-main/desktop/main.ts',
  'desktop-engine-process': 'src-main/desktop/engine-process.ts',
  'desktop-network-process': 'src-main/desktop/network-process.ts',
  // Taken from the build by the browser tests: the door and its processes as they are shipped.
  'browser-door': 'src-main/browser/browser-door.ts',
  'browser-engine-process': 'src-main/browser/engine-process.ts',
  'browser-network-process': 'src-main/browser/network-process.ts',
  cli: 'src-main/cli/main.ts',
  'spreadsheet-child': 'src-main/imports/sheets/spreadsheet-child.ts',
  'pdf-child': 'src-main/imports/documents/pdf/pdf-child.ts',
  'output-child': 'src-main/exports/output-child.ts',
  'copy-child': 'src-main/engine/project/backup/copy-child.ts',
};

/** Native addons, WebAssembly and what loads parts of itself by path: left in node_modules. Everything else is bundled, which starts faster. */
const external = [
  'better-sqlite3',
  '@napi-rs/canvas',
  '@myriaddreamin/typst-ts-renderer',
  '@myriaddreamin/typst-ts-web-compiler',
  '@myriaddreamin/typst-ts-node-compiler',
  // Declares a `require` of its own, which the build's one would clash with.
  'fflate',
];

const dependencies = Object.keys((JSON.parse(readFileSync(here('package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies);

/** The Node of the oldest Electron that the shell is tested in (33). */
const nodeTarget = 'node20.18';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      externalizeDeps: { include: external, exclude: dependencies.filter((name) => !external.includes(name)) },
      lib: { entry: mainEntries, formats: ['es'] },
      reportCompressedSize: false,
      rolldownOptions: {
        // Optional accelerators of `ws`, absent here.
        external: ['bufferutil', 'utf-8-validate'],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but Electron.
      externalizeDeps: false,
      lib: { entry: { preload: 'src-main/desktop/preload/preload.ts' }, formats: ['cjs'] },
      reportCompressedSize: false,
      rolldownOptions: { output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    html: { cspNonce: noncePlaceholder },
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      target: 'chrome120',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2500,
      // The content security policy knows files only: no inline scripts, no data addresses for fonts.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: here('src-renderer/index.html') } },
    },
  },
});
