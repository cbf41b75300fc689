// Lint rules of the window. Beside the usual ones they keep the direction in which the layers may import each
// other: routes → lib/<noun> → lib/form, lib/choice, lib/frame → lib/widget, with lib/bridge as the one door to the shell.
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
// Rooms between the nouns and the bridge: what forms of every noun need.
const NEUTRAL = {
  regex: '^\\$lib/(?!widget/|bridge/|form/|choice/)',
  message: 'Every noun uses this and therefore it knows none: take what is particular as props.',
};
// Nouns on which others stand: every one asks what dossier is open; the dossier asks none of them.
const DOSSIER = {
  regex: '^\\$lib/(?!widget/|bridge/|frame/|form/|choice/|dossier/)',
  message: 'Other nouns stand on this one; what it needed of them would go in a circle.',
};
// Texts, meetings, people and reviews stand on commitments.
const COMMITMENT = {
  regex: '^\\$lib/(dialogue|meeting|people|review|text)/',
  message: 'Other nouns show commitments; a commitment shows none of their components.',
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
  { files: ['src/lib/{form,choice}/**'], rules: restrict(TAURI, ROUTES, PARENT, STYLE, NEUTRAL) },
  { files: ['src/lib/{dossier,journal,marking}/**'], rules: restrict(TAURI, ROUTES, PARENT, STYLE, DOSSIER) },
  { files: ['src/lib/commitment/**'], rules: restrict(TAURI, ROUTES, PARENT, STYLE, COMMITMENT) },
  { files: ['src/lib/bridge/**'], rules: restrict(ROUTES, PARENT, BRIDGE_ONLY) },
);
