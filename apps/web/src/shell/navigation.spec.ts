import { existsSync } from 'node:fs';
import path from 'node:path';
import { isCurrent } from './is-current';
import { staffNavigation } from './navigation';
import { portalNavigation } from './portal-navigation';
import { settingsSections } from './settings-sections';

const APP = path.join(__dirname, '../app');

describe('navigation', () => {
  it.each(staffNavigation.map(({ href }) => href))('%s has a screen', (href) => {
    expect(existsSync(path.join(APP, '(staff)', href, 'page.tsx'))).toBe(true);
  });

  it.each(portalNavigation.map(({ href }) => href))('%s has a page in the portal', (href) => {
    expect(existsSync(path.join(APP, '(portal)', href, 'page.tsx'))).toBe(true);
  });

  it('every settings section has its own screen and id', () => {
    const missing = settingsSections.filter(({ href }) => !existsSync(path.join(APP, '(staff)', href, 'page.tsx')));
    expect(missing).toEqual([]);
    expect(new Set(settingsSections.map(({ id }) => id)).size).toBe(settingsSections.length);
  });

  it('gives every entry its own id, address and keys', () => {
    for (const values of [staffNavigation.map(({ id }) => id), staffNavigation.map(({ href }) => href), staffNavigation.flatMap(({ keys }) => keys ?? [])]) expect(new Set(values).size).toBe(values.length);
  });

  it('marks where the person is', () => {
    expect(isCurrent('/', '/')).toBe(true);
    expect(isCurrent('/', '/leads')).toBe(false);
    expect(isCurrent('/leads', '/leads/1')).toBe(true);
    expect(isCurrent('/leads', '/leadership')).toBe(false);
    expect(isCurrent('/portal', '/portal/projects/1')).toBe(false);
  });
});
