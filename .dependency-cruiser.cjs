/** The arrows of the architecture as errors. Type imports count; so do cycles. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${from}/` },
  to: { path: '^(src-|tests/|scripts/)', pathNot: allowed.map((place) => `^${place}/`) },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['^electron$', '\\.css$'] } },
    only('shared-is-alone', 'src-shared', ['src-shared'], 'src-shared imports nothing of ours'),
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment: 'src-shared knows nothing of Node, Electron or React',
      from: { path: '^src-shared/' },
      to: { path: ['^electron$', '^react', '^@mantine', 'node_modules/(react|react-dom|@mantine|electron)/'] },
    },
    { name: 'shared-without-node', severity: 'error', from: { path: '^src-shared/' }, to: { dependencyTypes: ['core'] } },
    only('renderer-sees-shared', 'src-renderer', ['src-renderer', 'src-shared'], 'pages reach the engine through the contract'),
    { name: 'renderer-without-node', severity: 'error', from: { path: '^src-renderer/' }, to: { dependencyTypes: ['core'] } },
    only('aside', 'src-main/aside', ['src-main/aside', 'src-shared'], 'how processes of their own are started, whatever they do'),
    only('imports-below-engine', 'src-main/imports', ['src-main/imports', 'src-main/aside', 'src-shared'], 'foreign files into rows, nothing else'),
    only('exports-below-engine', 'src-main/exports', ['src-main/exports', 'src-main/aside', 'src-shared'], 'exports are handed what they print'),
    only('engine', 'src-main/engine', ['src-main/engine', 'src-main/imports', 'src-main/exports', 'src-main/aside', 'src-shared'], 'the engine knows no door'),
    only('cli', 'src-main/cli', ['src-main/cli', 'src-main/browser', 'src-main/engine', 'src-shared'], 'the serve verb starts the browser door'),
    only('pages', 'src-main/pages', ['src-main/pages', 'src-shared'], 'how built pages are handed out, whatever the door'),
    only(
      'serving',
      'src-main/serving',
      ['src-main/serving', 'src-main/pages', 'src-main/engine', 'src-shared'],
      'the application over HTTP, whoever it is served to',
    ),
    only(
      'room',
      'src-main/room',
      ['src-main/room', 'src-main/serving', 'src-main/pages', 'src-main/engine', 'src-shared'],
      'what listens on the local network',
    ),
    only('browser', 'src-main/browser', ['src-main/browser', 'src-main/room', 'src-main/serving', 'src-main/pages', 'src-main/engine', 'src-shared']),
    only('desktop', 'src-main/desktop', ['src-main/desktop', 'src-main/room', 'src-main/serving', 'src-main/pages', 'src-main/engine', 'src-shared']),
    {
      name: 'electron-in-desktop-only',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/desktop/' },
      to: { path: ['^electron$', 'node_modules/electron/'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.json$'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
