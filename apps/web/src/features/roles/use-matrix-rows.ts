'use client';
import { useMemo } from 'react';
import type { MatrixRow } from './matrix-grid';
import { linesKey, type MatrixRole, type Subject } from './matrix-words';
import type { RowChoice } from './roles-screen';
import type { MatrixDraft } from './use-matrix-draft';

/** The rows of the matrix: a head for each kind of record, then its permissions that match. */
export function useMatrixRows(subjects: readonly Subject[], roles: readonly MatrixRole[], draft: MatrixDraft, { term, choice }: { term: string; choice: RowChoice }): readonly MatrixRow[] {
  return useMemo(() => {
    const words = term.toLowerCase().split(/\s+/).filter(Boolean);
    const differs = (permission: string) => new Set(roles.map((role) => linesKey(draft.lines(role, permission)))).size > 1;
    const isChanged = (permission: string) => roles.some((role) => draft.changed(role.id, permission));
    return subjects.flatMap((subject): MatrixRow[] => {
      const permissions = subject.permissions.filter(({ name, meaning }) => {
        const text = `${name} ${meaning} ${subject.label}`.toLowerCase();
        return words.every((word) => text.includes(word)) && (choice === 'all' || (choice === 'different' ? differs(name) : isChanged(name)));
      });
      return permissions.length === 0 ? [] : [{ kind: 'subject', subject, shown: permissions.length }, ...permissions.map((permission) => ({ kind: 'permission' as const, subject, permission }))];
    });
  }, [subjects, roles, draft, term, choice]);
}
