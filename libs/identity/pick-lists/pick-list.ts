import type { Permission } from '@throughline/platform/access';

/** A list of choices that people of an organization keep themselves (ORG-06): a feature declares it, its items are rows. */
export interface PickList {
  /** Name in the API: `LEAD_SOURCE`. */
  readonly key: string;
  /** What people read: `Lead sources`. */
  readonly label: string;
  /** Where it is offered: `Leads and customers`. */
  readonly usedFor: string;
  /** What somebody needs to change it. */
  readonly update: Permission;
}

const registry = new Map<string, PickList>();

/**
 * Declares a list beside the policy of the feature that offers it. What new organizations find in it stands in SQL
 * (`app.default_pick_list_items`), as it has to be there wherever they come from.
 *
 * @throws Error when the key is declared twice
 */
export function definePickList(list: PickList): PickList {
  if (registry.has(list.key)) throw new Error(`Pick list ${list.key} is declared twice.`);
  registry.set(list.key, Object.freeze(list));
  return list;
}

export const pickListByKey = (key: string): PickList | undefined => registry.get(key);

/** Every list of the loaded features, by label. */
export const allPickLists = (): PickList[] => [...registry.values()].sort((a, b) => a.label.localeCompare(b.label));
