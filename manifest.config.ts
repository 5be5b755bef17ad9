import { defineManifest } from '@crxjs/vite-plugin';
import pkg from './package.json' with { type: 'json' };

export default defineManifest(() => ({
  manifest_version: 3,
  name: '__MSG_appName__',
  description: '__MSG_appDescription__',
  default_locale: 'en',
  version: pkg.version,
  minimum_chrome_version: '123',
  // A fixed id for tests and for people who share a build; the store assigns its own.
  ...(process.env.CRX_KEY ? { key: process.env.CRX_KEY } : {}),
  icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
  action: { default_popup: 'src/ui/popup/popup.html', default_title: '__MSG_actionTitle__' },
  options_ui: { page: 'src/ui/studio/studio.html', open_in_tab: true },
  storage: { managed_schema: 'managed.json' },
  omnibox: { keyword: 'tl' },
  side_panel: { default_path: 'src/ui/panel/panel.html' },
  background: { service_worker: 'src/shell/background.ts', type: 'module' },
  permissions: ['storage', 'sidePanel', 'scripting', 'alarms', 'activeTab', 'offscreen', 'unlimitedStorage'],
  optional_host_permissions: ['http://*/*', 'https://*/*'],
  content_security_policy: {
    // A text that became HTML by mistake could neither run nor send anything.
    extension_pages: [
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "img-src 'self' data: blob:",
      "media-src 'none'",
      "frame-src 'none'",
      "form-action 'none'",
    ].join('; '),
  },
  commands: {
    _execute_action: { suggested_key: { default: 'Ctrl+Shift+Y' } },
    'open-panel': { suggested_key: { default: 'Ctrl+Shift+U' }, description: '__MSG_commandOpenPanel__' },
  },
}));
