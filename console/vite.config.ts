import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: process.env.WEB_OUT ?? 'dist',
    emptyOutDir: true,
    // data: addresses would need a looser content security policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': process.env.PARLEY_URL ?? 'http://127.0.0.1:8080' } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    env: { TZ: 'UTC' },
    restoreMocks: true,
    setupFiles: 'src/testing.setup.ts',
    testTimeout: 60_000,
    // two workers fit the smallest machine the build runs on
    maxWorkers: 2,
  },
});
