// How the workstation is built: out/main (ESM), out/preload (CommonJS, sandboxed), out/renderer.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The fallback Electron 33 (Node 20.18, Chromium 130) sets the floor; the official one is newer.
const nodeTarget = 'node20.18';
const chromiumTarget = 'chrome130';

// scripts/setup/build.mjs names the stale parts; without it everything is built.
const wanted = (process.env.HOLOS_BUILD ?? 'shell,renderer').split(',');

// Small pure packages are bundled for a quick start; native ones and those that load files of their own are not.
const bundled = ['zod', 'temporal-polyfill', 'libphonenumber-js', 'uuid'];

const root = import.meta.dirname;

// Entries of the main side: Electron's main process, the data process, and its workers where they exist.
const mainEntries = Object.fromEntries(
  Object.entries({
    main: 'src-main/main.ts',
    data: 'src-main/app/dataEntry.ts',
    reader: 'src-main/data/reader.ts',
    speller: 'src-main/data/spelling/worker.ts',
  })
    .map(([name, file]) => [name, resolve(root, file)] as const)
    .filter(([, file]) => existsSync(file)),
);

const shell = {
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      sourcemap: true,
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: mainEntries,
        output: { format: 'es' as const, entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      sourcemap: true,
      // A sandboxed preload can require nothing but electron.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve(root, 'src-main/preload/preload.ts') },
        output: { format: 'cjs' as const, entryFileNames: '[name].cjs' },
      },
    },
  },
};

const renderer = {
  renderer: {
    root: resolve(root, 'src-renderer'),
    // Served under the application's own scheme, so every address in the page is relative.
    base: './',
    plugins: [react()],
    build: {
      target: chromiumTarget,
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      sourcemap: true,
      // The page's policy forbids data: fonts and scripts; only small images may be inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // A script is held in memory as long as the window lives.
      minify: true,
      rollupOptions: {
        input: { index: resolve(root, 'src-renderer/index.html') },
        // Letters beyond Latin make a script twice as large in memory: texts and catalogs are one of their own.
        output: {
          advancedChunks: {
            groups: [{ name: 'texts', test: /src-shared[\\/](locale|catalog)[\\/].*\.json$/ }],
          },
        },
      },
    },
  },
};

/** The build of the workstation, or of the part of it that HOLOS_BUILD names. */
export default defineConfig({
  ...(wanted.includes('shell') ? shell : {}),
  ...(wanted.includes('renderer') ? renderer : {}),
});
