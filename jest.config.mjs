// Jest runs in CommonJS mode and also transforms node_modules: Nest 12 is ESM only and
// Jest cannot require() ES modules on Node 20 (docs/developer.md, "Tests").
const base = { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false };
const swc = {
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: base,
  },
};
const swcJs = { sourceMaps: false, module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } };

export default {
  testEnvironment: 'node',
  rootDir: '.',
  maxWorkers: 2,
  // Generous: a limit that a busy machine exceeds says nothing about the code.
  testTimeout: 180_000,
  testRegex: '(/apps/api/.*|/apps/worker/.*|/libs/.*|/scripts/.*|/apps/web/src/.*)\\.spec\\.ts$',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/apps/web/.next/'],
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
  transformIgnorePatterns: [],
  transform: { '^.+\\.ts$': ['@swc/jest', swc], '^.+\\.m?js$': ['@swc/jest', swcJs] },
  moduleNameMapper: {
    '^@/(.+)$': '<rootDir>/apps/web/src/$1',
    '^@throughline/(.+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
