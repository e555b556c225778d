import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** dom: readers over saved pages. unit: everything pure. browser: the built extension in a real Chromium. */
export default defineConfig({
  test: {
    // the runner would leave a core free
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/lib/{platforms,capture}/**/*.test.ts'],
          testTimeout: 90_000,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/lib/{platforms,capture}/**', 'test/browser/**'],
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // mostly waited for: a third makes use of that
          maxWorkers: 3,
          // saved pages are mostly waited for
          maxConcurrency: 6,
        },
      },
    ],
  },
});
