// How the screens are built: one page, no inline code (the window's CSP allows none), fonts and
// words read from assets/ beside ui/. Mode "mock" swaps the one file that knows Tauri for synthetic
// data, so that screens can be seen and tested in an ordinary browser.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What pdf.js fetches by name while it reads a scan: decoders and the standard fonts. */
function pdfParts(): Plugin {
  return {
    name: 'pdf-parts',
    generateBundle() {
      for (const folder of ['wasm', 'standard_fonts'])
        for (const file of readdirSync(here(`./node_modules/pdfjs-dist/${folder}`)))
          // Scripts inside documents are never run, so their engine stays out.
          if (!file.startsWith('quickjs'))
            this.emitFile({
              type: 'asset',
              fileName: `pdf/${folder}/${file}`,
              source: readFileSync(here(`./node_modules/pdfjs-dist/${folder}/${file}`)),
            });
    },
  };
}

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [svelte(), svelteTesting(), pdfParts()],
  resolve: { alias: { $lib: here('./src/lib') } },
  server: { fs: { allow: ['..'] } },
  build: {
    target: 'es2023',
    outDir: mode === 'mock' ? 'dist-mock' : 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: 'jsdom',
    testTimeout: 30_000,
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
  },
}));
