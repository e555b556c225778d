import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/auto-icons', '@wxt-dev/webextension-polyfill'],
  imports: false,
});
