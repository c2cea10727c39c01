import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/**
 * Builds the pages: `node web/build.ts FOLDER`. What belongs to a stage is not in them (they ask for
 * /settings.json), so one build serves every stage.
 */
const [outDir = fileURLToPath(new URL('dist/release', import.meta.url))] = process.argv.slice(2);

process.env.NODE_ENV = 'production'; // whoever builds, tests included
await build({
  root: fileURLToPath(new URL('.', import.meta.url)),
  configFile: false,
  logLevel: 'warn',
  publicDir: 'files',
  plugins: [react()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    assetsInlineLimit: 0, // our policy lets no address of data: be a script or a style
    modulePreload: { polyfill: false },
  },
});
