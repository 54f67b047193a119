import { allows } from './authorize.js';
import { compileAbility, type Grant, type GrantHolder } from './grant.js';
import { definePermissions } from './permission.js';
import { defineSubject } from './subject.js';

defineSubject({
  name: 'parcel', table: 'parcel', label: 'parcel',
  columns: { departmentId: 'department_id', ownerId: 'owner_id', customerId: 'customer_id', sharedWithClient: 'shared_with_client' },
  assignees: { table: 'parcel_assignee', recordColumn: 'parcel_id', userColumn: 'user_id' },
});
const parcel = definePermissions('parcel', { read: 'See parcels', open: 'Open parcels' });

const holder: GrantHolder = { userId: 'me', teamIds: ['team'], departmentIds: ['here', 'below'], customerIds: ['acme'] };
const grant = (scope: Grant['scope'], effect: Grant['effect'] = 'ALLOW', fields?: string[]): Grant => ({ permission: 'parcel.read', scope, effect, ...(fields ? { fields } : {}) });

describe('compileAbility', () => {
  it.each([
    ['ORGANIZATION', {}, true],
    ['DEPARTMENT', { departmentId: 'below' }, true],
    ['DEPARTMENT', { departmentId: 'elsewhere' }, false],
    ['OWN', { ownerId: 'me' }, true],
    ['OWN', { ownerId: 'you' }, false],
    ['OWN', { assigneeIds: ['me'] }, false],
    ['ASSIGNED', { ownerId: 'you', assigneeIds: ['you', 'me'] }, true],
    ['ASSIGNED', { ownerId: 'me' }, true],
    ['ASSIGNED', { assigneeIds: ['you'] }, false],
    ['TEAM', { departmentId: 'here' }, false],
    ['CUSTOMER', { customerId: 'acme', sharedWithClient: true }, true],
    ['CUSTOMER', { customerId: 'acme', sharedWithClient: false }, false],
    ['CUSTOMER', { customerId: 'other', sharedWithClient: true }, false],
  ] as const)('%s reaches %j: %s', (scope, record, expected) => {
    expect(allows(compileAbility([grant(scope)], holder), parcel.read, record as object)).toBe(expected);
  });

  it('grants nothing that was not named', () => {
    expect(allows(compileAbility([grant('ORGANIZATION')], holder), parcel.open, {})).toBe(false);
  });

  it('knows no permission that would be every permission', () => {
    expect(() => definePermissions('crate', { manage: 'Manage crates' })).toThrow('would allow everything on a crate');
  });

  it('lets a denial win, whatever the order', () => {
    const ability = compileAbility([grant('DEPARTMENT', 'DENY'), grant('ORGANIZATION')], holder);
    expect(allows(ability, parcel.read, { departmentId: 'here' })).toBe(false);
    expect(allows(ability, parcel.read, { departmentId: 'elsewhere' })).toBe(true);
  });

  it('denies single fields', () => {
    const ability = compileAbility([grant('ORGANIZATION'), grant('ORGANIZATION', 'DENY', ['weight'])], holder);
    expect(allows(ability, parcel.read, {}, 'weight')).toBe(false);
    expect(allows(ability, parcel.read, {}, 'size')).toBe(true);
  });

  it('matches nobody\'s records for a holder without a user', () => {
    const ability = compileAbility([grant('OWN'), grant('ASSIGNED')], { ...holder, userId: null });
    expect(allows(ability, parcel.read, { ownerId: null, assigneeIds: [] })).toBe(false);
  });

  it('refuses a permission that no feature declares', () => {
    expect(() => compileAbility([{ permission: 'parcel.eat', scope: 'OWN', effect: 'ALLOW' }], holder)).toThrow('There is no permission named parcel.eat.');
  });
});
