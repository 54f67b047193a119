'use client';
import { useCallback, useMemo, useState } from 'react';
import { linesKey, type Line, type MatrixRole, type OwnLine } from './matrix-words';

/** One edited cell: what stood there when the editing began, and what shall stand there. */
interface Edit {
  base: string;
  lines: readonly OwnLine[];
}

/** A cell that somebody else changed meanwhile. */
export interface CellConflict {
  roleId: string;
  permission: string;
  theirs: readonly OwnLine[];
  mine: readonly OwnLine[];
}

export interface MatrixDraft {
  /** The role's own lines, with the edits. */
  own: (role: MatrixRole, permission: string) => readonly OwnLine[];
  /** All lines: own and inherited, with the edits. */
  lines: (role: MatrixRole, permission: string) => readonly (OwnLine & { inheritedFrom: string | null })[];
  changed: (roleId: string, permission: string) => boolean;
  set: (role: MatrixRole, permission: string, lines: readonly OwnLine[]) => void;
  /** Takes edits back: all, those of one role, or one cell. */
  discard: (roleId?: string, permission?: string) => void;
  /** Accepts what others wrote as the ground of this edit. */
  keep: (conflict: CellConflict) => void;
  count: number;
  /** Changed roles with all of their own lines as they shall be. */
  pending: readonly { role: MatrixRole; permissions: readonly string[]; grants: readonly (OwnLine & { permission: string })[] }[];
  conflicts: readonly CellConflict[];
}

const NONE: readonly Line[] = [];
const keyOf = (roleId: string, permission: string): string => `${roleId} ${permission}`;

/** Edits of the matrix that are not saved: as they were made against what was seen, so that changes of others come to light. */
export function useMatrixDraft(roles: readonly MatrixRole[]): MatrixDraft {
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map());
  const stored = useMemo(() => new Map(roles.flatMap((role) => role.cells.map((cell) => [keyOf(role.id, cell.permission), cell.lines] as const))), [roles]);
  const storedOwn = useCallback((roleId: string, permission: string) => (stored.get(keyOf(roleId, permission)) ?? NONE).filter(({ inheritedFrom }) => !inheritedFrom), [stored]);

  const own = useCallback((role: MatrixRole, permission: string) => edits.get(keyOf(role.id, permission))?.lines ?? storedOwn(role.id, permission), [edits, storedOwn]);
  const lines = useCallback(
    (role: MatrixRole, permission: string) => [
      ...own(role, permission).map((line) => ({ ...line, inheritedFrom: null })),
      ...(stored.get(keyOf(role.id, permission)) ?? NONE).filter(({ inheritedFrom }) => inheritedFrom).map((line) => ({ ...line, inheritedFrom: line.inheritedFrom ?? null })),
    ],
    [own, stored],
  );
  const set = useCallback(
    (role: MatrixRole, permission: string, next: readonly OwnLine[]) =>
      setEdits((before) => {
        const key = keyOf(role.id, permission);
        const present = linesKey(storedOwn(role.id, permission));
        const after = new Map(before);
        if (linesKey(next) === present) after.delete(key);
        else after.set(key, { base: before.get(key)?.base ?? present, lines: next });
        return after;
      }),
    [storedOwn],
  );
  const discard = useCallback(
    (roleId?: string, permission?: string) =>
      setEdits((before) => new Map([...before].filter(([key]) => roleId !== undefined && (permission === undefined ? !key.startsWith(`${roleId} `) : key !== keyOf(roleId, permission))))),
    [],
  );
  const keep = useCallback(
    ({ roleId, permission, theirs, mine }: CellConflict) => setEdits((before) => new Map(before).set(keyOf(roleId, permission), { base: linesKey(theirs), lines: mine })),
    [],
  );
  return useMemo(() => {
    const of = [...edits].map(([key, edit]) => ({ roleId: key.slice(0, key.indexOf(' ')), permission: key.slice(key.indexOf(' ') + 1), edit }));
    const pending = roles
      .map((role) => ({ role, permissions: of.filter(({ roleId }) => roleId === role.id).map(({ permission }) => permission) }))
      .filter(({ permissions }) => permissions.length > 0)
      .map(({ role, permissions }) => ({
        role,
        permissions,
        grants: [...new Set([...role.cells.map(({ permission }) => permission), ...permissions])].flatMap((permission) => own(role, permission).map((line) => ({ ...line, permission }))),
      }));
    const conflicts = of
      .filter(({ roleId, permission, edit }) => edit.base !== linesKey(storedOwn(roleId, permission)))
      .map(({ roleId, permission, edit }) => ({ roleId, permission, theirs: storedOwn(roleId, permission), mine: edit.lines }));
    return { own, lines, set, discard, keep, conflicts, pending, count: edits.size, changed: (roleId: string, permission: string) => edits.has(keyOf(roleId, permission)) };
  }, [edits, roles, own, lines, set, discard, keep, storedOwn]);
}
