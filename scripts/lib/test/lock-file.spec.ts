import { faultsOf } from './lock-file.mjs';

const lock = (packages: object): string => JSON.stringify({ packages });

describe('faultsOf a lock file', () => {
  it('finds none in a whole one', () =>
    expect(faultsOf(lock({ '': {}, 'node_modules/a': { integrity: 'x', optionalDependencies: { b: '1' } }, 'node_modules/b': { integrity: 'y', optional: true } }))).toEqual([]));

  it('names an optional package without an entry', () =>
    expect(faultsOf(lock({ 'node_modules/a': { integrity: 'x', optionalDependencies: { 'a-darwin-arm64': '1' } } }))).toEqual([
      'node_modules/a names a-darwin-arm64 as optional, and the lock file has no entry for it.',
    ]));

  it('names an address and a missing digest', () =>
    expect(faultsOf(lock({ 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } }))).toEqual([
      'node_modules/a names where it was downloaded (https://registry.example/a.tgz); omit-lockfile-registry-resolved in .npmrc prevents it.',
      'node_modules/a has no integrity.',
    ]));

  it('names a path of a machine', () =>
    expect(faultsOf(lock({ 'node_modules/a': { integrity: 'x', version: 'file:../a' } }))).toEqual(['It names a path of some machine.']));
});
