import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import { local } from './scripts/lib/eslint-rules.mjs';

/** From left to right; a layer may use its own and what stands before it (docs/developer.md, "Layout"). */
const LAYERS = ['platform', 'identity', 'common', 'sales', 'delivery', ['collaboration', 'billing'], 'insight', 'product'];
const TESTS = ['**/*.spec.ts', 'apps/*/test/**/*.ts', 'libs/testing/**/*.ts', 'libs/*/*/testing/**/*.ts'];
const SERVER = ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts', 'scripts/**/*.ts', 'ormconfig.ts'];

const OUTBOUND = 'Requests go out through the one module that checks addresses (platform).';

const layerNames = LAYERS.flat();
const reachable = (layer) => {
  const at = LAYERS.findIndex((entry) => [entry].flat().includes(layer));
  return [...LAYERS.slice(0, at).flat(), layer];
};
// A folder's index.ts is its only door; the platform's larger folders have doors of their own below.
const door = (types) => types.map((type) => ({ to: { element: { type, fileInternalPath: type === 'platform' ? '**/index.ts' : 'index.ts' } } }));

const maxLines = (max) => ({ 'max-lines': ['error', { max }] });

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', '.data/', '**/.next/', 'coverage/', 'artifacts/', 'apps/web/src/gql/', 'apps/web/next-env.d.ts', 'apps/web/public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },

  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration[const=true]', message: 'SWC compiles files one by one: a const enum has no value.' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-console': 'error',
    },
  },

  {
    files: SERVER,
    plugins: { local },
    rules: {
      ...maxLines(400),
      'local/relation-type': 'error',
      'local/relative-extension': 'error',
      'no-restricted-globals': ['error', { name: 'fetch', message: OUTBOUND }],
      'no-restricted-properties': ['error', { object: 'globalThis', property: 'fetch', message: OUTBOUND }],
    },
  },
  { files: ['libs/**/*.service.ts', 'libs/**/*.repository.ts'], rules: maxLines(300) },
  { files: ['libs/**/*.resolver.ts', 'apps/**/*.resolver.ts', 'libs/**/*.controller.ts'], rules: maxLines(200) },
  { files: ['libs/**/*.entity.ts'], rules: maxLines(120) },

  {
    files: ['libs/**/*.ts', 'apps/api/src/**/*.ts', 'apps/worker/src/**/*.ts'],
    ignores: TESTS,
    plugins: { boundaries },
    settings: {
      'import/resolver': { [path.join(import.meta.dirname, 'scripts/lib/eslint-resolver.cjs')]: {} },
      'boundaries/elements': [
        ...layerNames.map((layer) => ({ type: layer, pattern: `libs/${layer}/*`, capture: ['folder'] })),
        { type: 'testing', pattern: 'libs/testing' },
        { type: 'app', pattern: 'apps/*', capture: ['app'] },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: 'Not allowed from {{from.element.type}} to {{to.element.type}}: a layer uses itself and what stands left of it, through index.ts (docs/developer.md).',
          checkInternals: false,
          policies: [
            ...layerNames.map((layer) => ({ from: { element: { type: layer } }, allow: door(reachable(layer)) })),
            { from: { element: { type: 'app' } }, allow: door(layerNames) },
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ],
        },
      ],
    },
  },

  {
    files: [...TESTS, 'scripts/**/*.ts'],
    languageOptions: { globals: globals.jest },
    rules: { 'no-restricted-globals': 'off', 'no-console': 'off', ...maxLines(500) },
  },
  {
    files: TESTS,
    rules: {
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'test'].flatMap((object) => ['only', 'skip', 'todo'].map((property) => ({ object, property, message: 'Every test runs.' }))),
      ],
    },
  },

  {
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { globals: globals.browser },
    // These two speak to users of the React Compiler, which we are not: they refuse react-hook-form's fields and virtual rows.
    rules: { ...maxLines(300), 'react-hooks/refs': 'off', 'react-hooks/incompatible-library': 'off' },
  },
  { files: ['apps/web/**/*.tsx'], rules: maxLines(250) },

  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: globals.node, ecmaVersion: 2023 },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      ...maxLines(300),
    },
  },
  // What a suite asks of a page runs in the page.
  { files: ['apps/web/e2e/**/*.mjs'], languageOptions: { globals: { document: 'readonly' } } },
);
