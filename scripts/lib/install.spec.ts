import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, isInstalled } from './install.mjs';

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('takes %s', (version) => expect(() => checkNode(version)).not.toThrow());

  it.each(['18.20.4', '20.18.3', '19.9.0'])('refuses %s and says what is needed', (version) =>
    expect(() => checkNode(version)).toThrow(`Throughline needs Node.js 20.19 or newer; this is ${version}. Install a newer one and start again.`));
});

describe('isInstalled', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'install-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file: string, packages: object): void => writeFileSync(join(root, file), JSON.stringify({ packages }));
  const installed = (wanted: object, present: object): boolean => {
    mkdirSync(join(root, 'node_modules'));
    write('package-lock.json', wanted);
    write('node_modules/.package-lock.json', present);
    return isInstalled(root);
  };
  const a1 = { 'node_modules/a': { version: '1.0.0' } };

  it('is false without node_modules', () => expect(isInstalled(root)).toBe(false));
  it('is true when every package is there', () => expect(installed({ '': {}, 'apps/web': {}, ...a1 }, a1)).toBe(true));
  it('is false when a version differs', () => expect(installed({ 'node_modules/a': { version: '1.0.1' } }, a1)).toBe(false));
  it('is false when a package is missing', () => expect(installed({ ...a1, 'node_modules/b': { version: '1.0.0' } }, a1)).toBe(false));
  it('leaves optional packages of other machines out', () =>
    expect(installed({ ...a1, 'node_modules/mac': { version: '1.0.0', optional: true } }, a1)).toBe(true));
});
