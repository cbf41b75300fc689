// How the window's page is built and tested. The page is served from the application itself, so addresses are
// relative and nothing is inlined: the content policy allows files of our own and nothing else.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import type { Plugin, Rollup } from 'vite';

// What the first page is set in. Without being told, the engine asks for a typeface when it comes upon the first word,
// which is after all scripts have run.
const FIRST = [
  'sans-latin-400-normal',
  'sans-latin-500-normal',
  'sans-latin-600-normal',
  'serif-latin-500-normal',
];

const ANSWERS = fileURLToPath(new URL('../tests/contract/snapshots', import.meta.url));

function typefacesFirst(): Plugin {
  return {
    name: 'typefaces-first',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter(
            (file) => file.endsWith('.woff2') && FIRST.some((name) => file.includes(`ibm-plex-${name}`)),
          )
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
            injectTo: 'head-prepend' as const,
          })),
    },
  };
}

// The first page in one piece of script and one of style: each piece is asked of the application by itself, and whatever
// is loaded later is loaded from these. A set is gone through together with what is added to it on the way.
const needed = new Set<string>();
function startInOnePiece(
  id: string,
  { getModuleInfo }: { getModuleInfo: Rollup.GetModuleInfo },
): string | undefined {
  if (needed.size === 0) {
    const entry = fileURLToPath(new URL('./src/main.ts', import.meta.url));
    for (const one of needed.add(entry))
      getModuleInfo(one)?.importedIds.forEach((other) => needed.add(other));
  }
  return needed.has(id) ? 'start' : undefined;
}

export default defineConfig({
  base: './',
  plugins: [svelte(), svelteTesting(), typefacesFirst()],
  resolve: {
    alias: {
      $lib: fileURLToPath(new URL('./src/lib', import.meta.url)),
      // What the core answers, as the contract tests keep it: for tests here.
      $answers: ANSWERS,
    },
  },
  server: { port: 5173, strictPort: true, fs: { allow: ['.', ANSWERS] } },
  build: {
    outDir: 'dist',
    // WebKitGTK 2.40, the oldest engine we promise to run on, is the Safari 16 generation.
    target: 'safari16',
    // Fonts and pictures stay files: `font-src 'self'` refuses data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { output: { manualChunks: startInOnePiece } },
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test-setup.ts'],
    // Days are calendar days: a zone far from UTC shows at once where an instant was taken for a day.
    env: { TZ: 'Asia/Kolkata' },
  },
});
