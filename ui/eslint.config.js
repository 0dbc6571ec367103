// Lints for scripts and markup. House rules on top of the recommended ones are at the end.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist', 'dist-mock', 'node_modules', 'src/lib/contract', 'src/lib/words/keys.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      // Kazakh is not in Chromium's Intl; every date and number goes through words/formats.
      'no-restricted-globals': [
        'error',
        { name: 'Intl', message: 'Use lib/words/formats: Chromium has no Kazakh in Intl.' },
      ],
      'no-restricted-properties': [
        'error',
        { property: 'toLocaleString', message: 'Use lib/words/formats.' },
        { property: 'toLocaleDateString', message: 'Use lib/words/formats.' },
        { property: 'keyCode', message: 'WebKitGTK reports 0: use KeyboardEvent.code.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@tauri-apps/*'], message: 'Only lib/backend/tauri.ts knows Tauri.' },
          ],
        },
      ],
    },
  },
  { files: ['src/lib/backend/tauri.ts'], rules: { 'no-restricted-imports': 'off' } },
);
