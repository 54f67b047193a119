import { allows, definePermissions, defineSubject, type Scope } from '@throughline/platform/access';
import type { Tier } from '@throughline/platform/kernel';
import { compileRights, type HeldGrant, type RightsFacts } from './rights.js';

const gadget = definePermissions('gadget', { read: 'See.', update: 'Change.', remove: 'Remove.' });
defineSubject({
  name: 'gadget', table: 'gadget', label: 'gadget',
  columns: { ownerId: 'owner_id', departmentId: 'department_id', teamId: 'team_id', customerId: 'customer_id' },
});
const setting = definePermissions('setting', { read: 'See.', update: 'Change.' });
defineSubject({ name: 'setting', table: 'setting', label: 'setting', columns: {} });

const grant = (permission: string, scope: Scope, more: Partial<HeldGrant> = {}): HeldGrant => ({ permission, scope, effect: 'ALLOW', boundTo: null, ...more });
const facts = (grants: HeldGrant[], more: Partial<RightsFacts> = {}): RightsFacts => ({
  userId: 'ana', tier: 'EMPLOYEE', customerIds: [], teamIds: ['team'], departmentIds: ['web'], subtrees: { web: ['web'], sales: ['sales', 'east'] }, grants, zone: 'UTC', expiresAt: null, views: [], ...more,
});
const unknown: string[] = [];
const compile = (grants: HeldGrant[], more: Partial<RightsFacts> = {}): ReturnType<typeof compileRights> => compileRights(facts(grants, more), (name) => unknown.push(name));

describe('compiled rights', () => {
  const reach: [Scope, object, object][] = [
    ['OWN', { ownerId: 'ana' }, { ownerId: 'ben' }],
    ['TEAM', { teamId: 'team' }, { teamId: 'other' }],
    ['DEPARTMENT', { departmentId: 'web' }, { departmentId: 'sales' }],
    ['ORGANIZATION', {}, { ownerId: 'not excluded' }],
  ];

  it.each(reach)('reach %s', (scope, inside, outside) => {
    const { ability } = compile([grant('gadget.read', scope)]);
    expect(allows(ability, gadget.read, inside)).toBe(true);
    expect(allows(ability, gadget.read, outside)).toBe(scope === 'ORGANIZATION');
    expect(allows(ability, gadget.update, inside)).toBe(false);
  });

  it.each<Tier>(['ADMIN', 'EMPLOYEE', 'SERVICE'])('never hold CUSTOMER grants as %s', (tier) => {
    const { ability } = compile([grant('gadget.read', 'CUSTOMER')], { tier, customerIds: ['bakery'] });
    expect(ability.rules).toEqual([]);
  });

  it('hold nothing but CUSTOMER grants as CLIENT, whatever the roles say', () => {
    const scopes: Scope[] = ['OWN', 'ASSIGNED', 'TEAM', 'DEPARTMENT', 'ORGANIZATION'];
    expect(compile(scopes.map((scope) => grant('gadget.read', scope)), { tier: 'CLIENT', customerIds: ['bakery'] }).ability.rules).toEqual([]);
    const { ability } = compile([grant('gadget.read', 'CUSTOMER')], { tier: 'CLIENT', customerIds: ['bakery'] });
    expect(allows(ability, gadget.read, { customerId: 'bakery' })).toBe(true);
    expect(allows(ability, gadget.read, { customerId: 'butcher' })).toBe(false);
  });

  describe('of a role that is bound to a department', () => {
    it('reach that department and those below, not the person\'s own', () => {
      for (const scope of ['DEPARTMENT', 'ORGANIZATION'] as const) {
        const { ability } = compile([grant('gadget.read', scope, { boundTo: 'sales' })]);
        expect(['sales', 'east', 'web', null].filter((departmentId) => allows(ability, gadget.read, { departmentId }))).toEqual(['sales', 'east']);
      }
    });

    it('only read what belongs to no department', () => {
      const { ability } = compile([grant('setting.read', 'ORGANIZATION', { boundTo: 'sales' }), grant('setting.update', 'ORGANIZATION', { boundTo: 'sales' })]);
      expect(allows(ability, setting.read, {})).toBe(true);
      expect(allows(ability, setting.update, {})).toBe(false);
    });

    it('add to what other roles give', () => {
      const { ability } = compile([grant('gadget.read', 'DEPARTMENT'), grant('gadget.read', 'DEPARTMENT', { boundTo: 'sales' })]);
      expect(['sales', 'web', 'other'].filter((departmentId) => allows(ability, gadget.read, { departmentId }))).toEqual(['sales', 'web']);
    });
  });

  it('let a denial win over every grant', () => {
    const { ability } = compile([grant('gadget.remove', 'OWN', { effect: 'DENY' }), grant('gadget.remove', 'ORGANIZATION'), grant('gadget.remove', 'TEAM')]);
    expect(allows(ability, gadget.remove, { ownerId: 'ben' })).toBe(true);
    expect(allows(ability, gadget.remove, { ownerId: 'ana', teamId: 'team' })).toBe(false);
  });

  it('keep to the named fields', () => {
    const { ability } = compile([grant('gadget.read', 'ORGANIZATION', { fields: ['name'] }), grant('gadget.read', 'OWN')]);
    expect(allows(ability, gadget.read, { ownerId: 'ben' }, 'name')).toBe(true);
    expect(allows(ability, gadget.read, { ownerId: 'ben' }, 'price')).toBe(false);
    expect(allows(ability, gadget.read, { ownerId: 'ana' }, 'price')).toBe(true);
  });

  it('drop what a wider grant covers', () => {
    expect(compile([grant('gadget.read', 'OWN'), grant('gadget.read', 'ORGANIZATION'), grant('gadget.read', 'ORGANIZATION')]).ability.rules).toHaveLength(1);
  });

  it('leave out permissions that no feature declares, and tell', () => {
    unknown.length = 0;
    expect(compile([grant('gadget.fly', 'ORGANIZATION'), grant('gadget.read', 'OWN')]).ability.rules).toHaveLength(1);
    expect(unknown).toEqual(['gadget.fly']);
  });

  it('have one version for equal rights, another for other rights', () => {
    const version = (departmentIds: string[], ...grants: HeldGrant[]): string => compile(grants, { departmentIds }).abilityVersion;
    const wide = grant('gadget.read', 'ORGANIZATION');
    expect(version(['web'], wide)).toBe(version(['sales'], wide));
    expect(version(['web'], grant('gadget.read', 'DEPARTMENT'))).not.toBe(version(['sales'], grant('gadget.read', 'DEPARTMENT')));
  });
});
