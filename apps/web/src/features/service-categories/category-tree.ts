import type { ServiceCategorySettingFragment } from '@/gql/service-categories/service-categories';

export type Category = ServiceCategorySettingFragment;

/** A category with its depth below the top, parents before their children. */
export interface PlacedCategory { category: Category; depth: number }

/** The categories as a tree, flattened: in the given order on each level; what stands under something that is missing stands at the top. */
export function placed(categories: readonly Category[]): PlacedCategory[] {
  const known = new Set(categories.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): PlacedCategory[] =>
    categories.filter((category) => (category.parentId && known.has(category.parentId) ? category.parentId : null) === parentId)
      .flatMap((category) => [{ category, depth }, ...below(category.id, depth + 1)]);
  return below(null, 0);
}

/** Ids of everything below a category, itself included: it cannot be moved there. */
export function withAllBelow(categories: readonly Category[], id: string): Set<string> {
  const found = new Set([id]);
  for (const { category } of placed(categories)) if (category.parentId && found.has(category.parentId)) found.add(category.id);
  return found;
}
