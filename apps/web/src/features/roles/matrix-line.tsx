'use client';
import { memo } from 'react';
import { cn } from '@/lib/cn';
import { MatrixCell } from './matrix-cell';
import type { Permission } from './matrix-grid';
import { linesKey, type MatrixRole } from './matrix-words';
import type { MatrixDraft } from './use-matrix-draft';

export interface MatrixLineProps {
  permission: Permission;
  index: number;
  roles: readonly MatrixRole[];
  draft: MatrixDraft;
  refused: ReadonlySet<string>;
  narrow: boolean;
  /** The column that Tab reaches; null when it is in another row. */
  active: number | null;
  height: number;
  columns: string;
}

/** One permission across the roles. Drawn again only when something of it changes: scrolling draws what comes into sight. */
export const MatrixLine = memo(function MatrixLine({ permission, index, roles, draft, refused, narrow, active, height, columns }: MatrixLineProps) {
  return (
    <div role="row" aria-rowindex={index + 2} className="border-b [contain:layout_style]" style={{ display: 'grid', gridTemplateColumns: columns, height }}>
      <span role="rowheader" className="sticky left-0 z-10 flex min-w-0 flex-col justify-center border-r bg-surface px-4">
        <span className="line-clamp-2 text-sm leading-tight">{permission.meaning}</span>
        {narrow || permission.meaning.length > 44 ? null : <span className="truncate font-mono text-2xs text-faint">{permission.name}</span>}
      </span>
      {roles.map((role, column) => {
        const lines = draft.lines(role, permission.name);
        const key = `${role.id} ${permission.name}`;
        return (
          <span key={role.id} role="gridcell" className={cn('min-w-0', !narrow && 'border-r')}>
            <MatrixCell
              lines={lines} sign={lines.length === 0 ? '' : linesKey(lines) + lines.map(({ inheritedFrom }) => inheritedFrom).join()} label={`${role.name}: ${permission.meaning}`}
              changed={draft.changed(role.id, permission.name)} conflict={draft.conflicts.some((conflict) => conflict.roleId === role.id && conflict.permission === permission.name)} refused={refused.has(key)} locked={!role.editable}
              row={index} column={column} active={active === column}
            />
          </span>
        );
      })}
    </div>
  );
});
