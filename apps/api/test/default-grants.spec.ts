import { DEFAULT_GRANTS } from '@throughline/identity/access';
import { permissionCatalogue, subjectByName } from '@throughline/platform/access';
import { productFeatures } from '@throughline/product/features';

/** The table of default grants and the permissions that the product's features declare name the same things (ACL-08). */
describe('default grants and declared permissions', () => {
  const declared = permissionCatalogue().map(({ name }) => name);

  it('belong together: no grant of a permission that nobody declares', () => {
    expect(productFeatures.length).toBeGreaterThan(0);
    expect(Object.keys(DEFAULT_GRANTS).filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('belong together: no permission without its line', () => {
    expect(declared.filter((name) => !(name in DEFAULT_GRANTS))).toEqual([]);
  });

  it('name subjects that have a table, and can be read', () => {
    const subjects = [...new Set(permissionCatalogue().map(({ subject }) => subject))];
    expect(subjects.filter((subject) => !subjectByName(subject).table || !declared.includes(`${subject}.read`))).toEqual([]);
  });

  it('reach only as far as the subject has columns for', () => {
    const without: Record<string, (name: string) => boolean> = {
      OWN: (name) => !subjectByName(name).columns.ownerId,
      ASSIGNED: (name) => !subjectByName(name).assignees && !subjectByName(name).columns.ownerId,
      TEAM: (name) => !subjectByName(name).columns.teamId,
      DEPARTMENT: (name) => !subjectByName(name).columns.departmentId,
      // What follows a record is a client's where the record is; what is personal is everybody's own, whatever the scope.
      CUSTOMER: (name) => !subjectByName(name).columns.customerId && !subjectByName(name).follows && !subjectByName(name).personal,
      ORGANIZATION: () => false,
    };
    const idle = Object.entries(DEFAULT_GRANTS).filter(([name]) => declared.includes(name)).flatMap(([name, reach]) =>
      Object.entries(reach).filter(([, scope]) => without[scope]!(name.split('.')[0]!)).map(([role, scope]) => `${role}: ${name} ${scope}`));
    expect(idle).toEqual([]);
  });
});
