// Lint rules of the window. Beside the usual ones they keep the direction in which the layers may import each
// other: routes → lib/<noun> → lib/frame → lib/widget, with lib/bridge as the one door to the shell.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const TAURI = {
  group: ['@tauri-apps/*'],
  message: 'Only lib/bridge talks to the shell, so that every call is typed and every refusal is a sentence.',
};
const ROUTES = {
  group: ['**/routes/**'],
  message: 'Views compose nouns, not the other way round: move what is shared into lib.',
};
const PARENT = {
  regex: '^\\.\\./',
  message: 'Write $lib/<folder>/… so that the layer you reach into can be seen and checked.',
};
const STYLE = {
  group: ['$lib/style/**'],
  message: 'Tokens are read as CSS variables; only main.ts loads the style sheets.',
};
// What a widget may reach for: itself and nothing else of $lib.
const DOMAIN = {
  regex: '^\\$lib/(?!widget/)',
  message: 'A widget is generic and imports nothing of the domain: take values and callbacks as props.',
};
// The same for the frame, which also may use itself.
const NOUNS = {
  regex: '^\\$lib/(?!widget/|frame/)',
  message: 'The frame is filled through its props and loads nothing itself: App brings the two together.',
};
const BRIDGE_ONLY = {
  regex: '^\\$lib/(?!widget/|bridge/)',
  message: 'The bridge serves every noun and therefore knows none of their components.',
};

const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/lib/bridge/generated'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser } } },
  { files: ['*.config.{js,ts}'], languageOptions: { globals: { ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
    },
  },
  {
    rules: {
      // TypeScript itself knows which names exist.
      'no-undef': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Addresses are fragments of this one page; there is no SvelteKit base path to resolve.
      'svelte/no-navigation-without-resolve': 'off',
      // Registered text is text; nothing of it is ever read as mark-up.
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // Local collections are plain; what must be reactive says so with $state or a Svelte collection.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'The content policy refuses style attributes. Use a class, or style:property={value}.',
        },
      ],
    },
  },
  { files: ['src/**'], rules: restrict(TAURI) },
  { files: ['src/routes/**'], rules: restrict(TAURI, STYLE) },
  { files: ['src/lib/**'], rules: restrict(TAURI, ROUTES, PARENT, STYLE) },
  { files: ['src/lib/widget/**'], rules: restrict(TAURI, ROUTES, PARENT, DOMAIN) },
  { files: ['src/lib/frame/**'], rules: restrict(TAURI, ROUTES, PARENT, NOUNS) },
  { files: ['src/lib/bridge/**'], rules: restrict(ROUTES, PARENT, BRIDGE_ONLY) },
);
