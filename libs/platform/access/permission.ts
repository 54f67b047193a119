/** What somebody may be allowed to do: an action on a subject, with its meaning in one line (ACL-01). */
export interface Permission {
  /** `deal.win`: subject and action; the name used in roles, screens and messages. */
  readonly name: string;
  readonly action: string;
  readonly subject: string;
  readonly meaning: string;
}

const catalogue = new Map<string, Permission>();

/**
 * Declares a subject's permissions; a feature calls it once in its `*.policy.ts`.
 *
 * @param subject subject type: `lead`
 * @param meanings action to one-line meaning; `read` should be among them, because lists and records ask for it
 * @throws Error when a permission is declared twice, or is called `manage`: to CASL that is every action there is
 */
export function definePermissions<Action extends string>(
  subject: string,
  meanings: Record<Action, string>,
): Readonly<Record<Action, Permission>> {
  const permissions = {} as Record<Action, Permission>;
  for (const [action, meaning] of Object.entries(meanings) as [Action, string][]) {
    const permission: Permission = Object.freeze({ name: `${subject}.${action}`, action, subject, meaning });
    if (action === 'manage') throw new Error(`Permission ${permission.name} would allow everything on a ${subject}: call it something else.`);
    if (catalogue.has(permission.name)) throw new Error(`Permission ${permission.name} is declared twice.`);
    catalogue.set(permission.name, permission);
    permissions[action] = permission;
  }
  return permissions;
}

/** Every permission that the loaded features declare, by name. */
export function permissionCatalogue(): readonly Permission[] {
  return [...catalogue.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** @throws Error for a name no feature declares: a grant that would silently do nothing */
export function permissionByName(name: string): Permission {
  const permission = catalogue.get(name);
  if (!permission) throw new Error(`There is no permission named ${name}.`);
  return permission;
}
