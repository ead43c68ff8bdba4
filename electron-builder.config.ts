import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { AfterPackContext, Configuration } from 'electron-builder';

const linuxName = 'city-safety-studio';

/** The runtime's program, whose fuses are set before it is signed. */
const runtimeName = (context: AfterPackContext) => {
  const name = context.packager.appInfo.productFilename;
  if (context.electronPlatformName === 'darwin') return `${name}.app`;
  return context.electronPlatformName === 'win32' ? `${name}.exe` : linuxName;
};

const config: Configuration = {
  appId: 'org.citysafetystudio.desktop',
  productName: 'City Safety Studio',
  copyright: 'Apache-2.0',
  directories: { output: 'dist' },
  // The bundle, the data that ships, and of node_modules only what is not bundled.
  files: [
    'out/**',
    'resources/**',
    'package.json',
    'LICENSE',
    '!**/*.map',
    '!node_modules/{xlsx,zod,hucre,chart.js,hono,kysely,proj4,i18next,simple-statistics,iconv-lite,yjs,lib0,isomorphic.js,diff}/**',
    '!node_modules/better-sqlite3/{deps,src}/**',
  ],
  asarUnpack: ['**/*.node', '**/*.wasm'],
  icon: 'resources/icons/icon.png',
  // One prebuilt addon for Node and Electron: nothing is rebuilt.
  npmRebuild: false,
  fileAssociations: [
    { ext: 'citysafety', name: 'City Safety project', mimeType: 'application/x-city-safety', role: 'Editor', icon: 'resources/icons/icon.png' },
  ],
  // Per user and portable first: offices lend no administrator's rights.
  win: { target: ['nsis', 'portable'] },
  nsis: { oneClick: true, perMachine: false },
  mac: { target: ['dmg'], category: 'public.app-category.productivity' },
  linux: { target: ['AppImage', 'deb'], category: 'Office', maintainer: 'City Safety Studio', executableName: linuxName },
  async afterPack(context) {
    await flipFuses(`${context.appOutDir}/${runtimeName(context)}`, {
      version: FuseVersion.V1,
      resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
      // The engine reads spreadsheets and sets documents in child processes of its own, which it can kill: they need the program to act as Node.
      [FuseV1Options.RunAsNode]: true,
      // Beyond that the packaged program is the application and nothing else: no switches from outside, no inspector, only its own sealed archive.
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    });
  },
};

export default config;
