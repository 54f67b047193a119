/** What of a department makes the tree. */
export interface TreeNode {
  id: string;
  name: string;
  parentId: string | null;
}

/** Departments in the order of their branches, with their depth; whose parent is not among them stands at the top. */
export function treeOf<Node extends TreeNode>(all: readonly Node[]): { node: Node; depth: number }[] {
  const known = new Set(all.map(({ id }) => id));
  const branch = (parentId: string | null, depth: number): { node: Node; depth: number }[] =>
    all.filter((node) => (node.parentId !== null && known.has(node.parentId) ? node.parentId : null) === parentId).flatMap((node) => [{ node, depth }, ...branch(node.id, depth + 1)]);
  return branch(null, 0);
}

/** Ids of everything below a department. */
export function belowOf(all: readonly TreeNode[], id: string): ReadonlySet<string> {
  const below = new Set<string>();
  const visit = (parentId: string) => {
    for (const node of all) {
      if (node.parentId !== parentId || below.has(node.id)) continue;
      below.add(node.id);
      visit(node.id);
    }
  };
  visit(id);
  return below;
}

/** Why a department cannot go under another one (null: to the top), in a sentence; null when it can. */
export function moveRefusal(all: readonly TreeNode[], id: string, parentId: string | null): string | null {
  const moved = all.find((node) => node.id === id);
  if (!moved || id === parentId) return 'A department cannot stand under itself.';
  if (parentId !== null && belowOf(all, id).has(parentId)) return `That one stands below ${moved.name} itself.`;
  if (moved.parentId === parentId) return 'It stands there already.';
  return null;
}
