'use client';
import { Lock } from 'lucide-react';
import Link from 'next/link';
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { MatrixLine } from './matrix-line';
import type { MatrixRole, Subject } from './matrix-words';
import type { MatrixDraft } from './use-matrix-draft';
import { useVisibleRows } from './use-rows';

export type Permission = Subject['permissions'][number];
export type MatrixRow = { kind: 'subject'; subject: Subject; shown: number } | { kind: 'permission'; subject: Subject; permission: Permission };

/** A cell that somebody wants to edit, and where it is on the screen. */
export interface OpenCell {
  role: MatrixRole;
  subject: Subject;
  permission: Permission;
  /** The button. */
  element: HTMLElement;
}

export interface MatrixGridProps {
  rows: readonly MatrixRow[];
  roles: readonly MatrixRole[];
  draft: MatrixDraft;
  /** `roleId permission` of cells that the API refused. */
  refused: ReadonlySet<string>;
  /** One role at a time, without heads of columns. */
  narrow: boolean;
  onOpen: (cell: OpenCell) => void;
}

const ROW = 46;
const HEAD = 52;

/** Permissions by roles. First column and head stay in sight; only rows within sight are drawn. Arrow keys move, Enter opens. */
export function MatrixGrid({ rows, roles, draft, refused, narrow, onOpen }: MatrixGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const head = narrow ? 0 : HEAD;
  const { first, end } = useVisibleRows(box, ROW, rows.length, head);
  const firstPermission = Math.max(0, rows.findIndex(({ kind }) => kind === 'permission'));
  const [spot, setSpot] = useState({ row: firstPermission, column: 0 });
  // What was focused may be filtered away: something must stay reachable by Tab.
  const active = rows[spot.row]?.kind === 'permission' && spot.row >= first && spot.row < end ? spot : { row: Math.max(firstPermission, rows.findIndex((row, index) => index >= first && row.kind === 'permission')), column: Math.min(spot.column, roles.length - 1) };

  const focus = (row: number, column: number) => {
    const element = box.current;
    if (!element) return;
    const top = row * ROW;
    if (top < element.scrollTop) element.scrollTop = top - ROW;
    else if (top + ROW + head > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW + head - element.clientHeight + ROW;
    setSpot({ row, column });
    requestAnimationFrame(() => requestAnimationFrame(() => element.querySelector<HTMLElement>(`button[data-row="${row}"][data-column="${column}"]`)?.focus()));
  };
  const move = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset;
    if (from.row === undefined) return;
    const [row, column] = [Number(from.row), Number(from.column)];
    const next = (start: number, step: number) => {
      for (let at = start; at >= 0 && at < rows.length; at += step) if (rows[at]?.kind === 'permission') return at;
      return row;
    };
    const to = { ArrowDown: [next(row + 1, 1), column], ArrowUp: [next(row - 1, -1), column], ArrowRight: [row, Math.min(column + 1, roles.length - 1)], ArrowLeft: [row, Math.max(column - 1, 0)], Home: [row, 0], End: [row, roles.length - 1], PageDown: [next(Math.min(row + 10, rows.length - 1), 1), column], PageUp: [next(Math.max(row - 10, 0), 1), column] }[event.key];
    if (!to) return;
    event.preventDefault();
    focus(to[0]!, to[1]!);
  };
  const open = (event: MouseEvent) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>('button[data-row]');
    const row = rows[Number(element?.dataset.row)];
    const role = roles[Number(element?.dataset.column)];
    if (!element || !role || row?.kind !== 'permission') return;
    setSpot({ row: Number(element.dataset.row), column: Number(element.dataset.column) });
    onOpen({ role, subject: row.subject, permission: row.permission, element });
  };

  const columns = narrow ? 'minmax(0,1fr) 8.5rem' : `minmax(19rem,1fr) repeat(${roles.length}, minmax(8.25rem,9.5rem))`;
  return (
    <div
      ref={box}
      role="grid"
      aria-label="Permissions by roles"
      aria-rowcount={rows.length + 1}
      aria-colcount={roles.length + 1}
      onKeyDown={move}
      onClick={open}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain border-t"
    >
      <div style={narrow ? undefined : { minWidth: `${19 + roles.length * 8.25}rem`, maxWidth: `${40 + roles.length * 9.5}rem` }}>
        <div role="row" aria-rowindex={1} className={narrow ? 'sr-only' : 'sticky top-0 z-20 border-b bg-raised'} style={narrow ? undefined : { display: 'grid', gridTemplateColumns: columns, height: HEAD }}>
          <span role="columnheader" className="sticky left-0 z-10 flex items-end border-r bg-raised px-4 pb-2 text-xs font-medium text-muted">
            <span className="flex w-full items-baseline justify-between gap-2">May…<span className="font-normal text-faint">dashed: inherited</span></span>
          </span>
          {roles.map((role) => (
            <span key={role.id} role="columnheader" className="flex flex-col items-center justify-end gap-0.5 border-r px-1.5 pb-2 text-center text-xs leading-tight">
              {role.key === 'SUPERADMIN' ? (
                <span className="flex items-center gap-1 text-2xs text-muted">
                  <Lock aria-hidden className="size-3" /> Locked
                </span>
              ) : null}
              {narrow ? role.name : <Link href={`/settings/roles/${role.id}`} className="line-clamp-2 font-medium text-balance hover:underline">{role.name}</Link>}
            </span>
          ))}
        </div>
        <div style={{ height: first * ROW }} />
        {rows.slice(first, end).map((row, offset) => {
          const index = first + offset;
          if (row.kind === 'subject') {
            return (
              <div key={`s-${row.subject.name}`} role="row" aria-rowindex={index + 2} className="flex border-b bg-sunken" style={{ height: ROW }}>
                <span role="rowheader" aria-colspan={roles.length + 1} className="sticky left-0 flex items-end gap-2 px-4 pb-2 text-sm font-semibold first-letter:uppercase">
                  {capital(row.subject.label)}
                  <span className="text-xs font-normal text-muted">{row.shown} {row.shown === 1 ? 'permission' : 'permissions'}</span>
                </span>
              </div>
            );
          }
          return (
            <MatrixLine
              key={row.permission.name} permission={row.permission} index={index} roles={roles} draft={draft} refused={refused} narrow={narrow}
              active={active.row === index ? active.column : null} height={ROW} columns={columns}
            />
          );
        })}
        <div style={{ height: (rows.length - end) * ROW }} />
      </div>
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
