'use client';
import { Check, SlidersHorizontal } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { useState } from 'react';
import { useCan } from '@/session';
import type { OpenCell } from './matrix-grid';
import { lineText, type OwnLine, scopeText, scopeWord, whyNotGiven } from './matrix-words';
import type { MatrixDraft } from './use-matrix-draft';

const itemLook = 'flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-sm outline-none select-none data-disabled:text-faint data-highlighted:bg-hover pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0';
const isBare = (line: OwnLine): boolean => !line.fields && !line.conditions;

/** The choices of a cell at the cell: how far, not at all, denied; what was inherited and what may not be given is said above them. */
export function CellMenu({ cell, draft, onClose, onMore }: { cell: OpenCell; draft: MatrixDraft; onClose: () => void; onMore: () => void }) {
  const { role, subject, permission, element } = cell;
  const [box] = useState(() => element.getBoundingClientRect());
  const clients = role.tiers.includes('CLIENT');
  const holds = useCan(permission.name);
  const lines = draft.lines(role, permission.name);
  const own = draft.own(role, permission.name);
  const inherited = lines.filter(({ inheritedFrom }) => inheritedFrom);
  const special = own.filter((line) => !isBare(line));
  const plain = own.find(isBare);
  const value = plain ? (plain.effect === 'DENY' ? 'DENY' : plain.scope) : own.length === 0 ? 'NONE' : '';
  const scopes = clients ? subject.clientScopes : subject.scopes;
  const refused = scopes.map((scope) => whyNotGiven(permission, scope, holds));
  const choose = (next: string) => {
    if (next === 'NONE') return draft.set(role, permission.name, []);
    const line: OwnLine = next === 'DENY' ? { effect: 'DENY', scope: clients ? 'CUSTOMER' : 'ORGANIZATION', fields: null, conditions: null } : { effect: 'ALLOW', scope: next as OwnLine['scope'], fields: null, conditions: null };
    draft.set(role, permission.name, [line, ...special]);
  };
  const option = (id: string, label: string, hint: string, disabled = false) => (
    <Radix.RadioItem key={id} value={id} disabled={disabled} className={itemLook}>
      <span aria-hidden className="flex size-4">{value === id ? <Check className="text-accent-text" /> : null}</span>
      <span className="flex min-w-0 flex-col">
        {label}
        <span className="text-xs text-muted">{hint}</span>
      </span>
    </Radix.RadioItem>
  );
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Trigger asChild>
        <span aria-hidden tabIndex={-1} className="pointer-events-none fixed" style={{ left: box.left, top: box.top, width: box.width, height: box.height }} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="center" sideOffset={2} collisionPadding={8} aria-label={`${role.name}: ${permission.meaning}`}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            element.focus();
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border bg-raised p-1 shadow-pop animate-pop"
        >
          <div className="flex flex-col gap-1 px-2 pt-1.5 pb-2 text-xs text-muted">
            <p className="text-sm font-medium text-text">{permission.meaning}</p>
            <p>{role.name} · <span className="font-mono text-2xs">{permission.name}</span></p>
            {inherited.map((line, index) => <p key={index}>From {line.inheritedFrom}: {lineText(line)}</p>)}
            {special.map((line, index) => <p key={index}>{lineText(line)}</p>)}
            {refused.includes(null) ? null : <p className="rounded-md bg-warning-soft px-2 py-1 text-warning-text">{holds ? 'You hold this only in part, so you cannot give it without limits. Under “Fields and conditions” you can give what you hold, with your limits.' : 'You do not hold this yourself, so you cannot give it or let it reach further. You may take it away.'}</p>}
          </div>
          <Radix.Separator className="-mx-1 mb-1 h-px bg-border" />
          <Radix.RadioGroup value={value} onValueChange={choose}>
            {option('NONE', inherited.length > 0 ? 'As inherited' : 'No', inherited.length > 0 ? 'Nothing of its own beside what is inherited' : 'The role does not include it')}
            {scopes.map((scope, index) => option(scope, scopeWord[scope], value === scope ? scopeText[scope] : (refused[index] ?? scopeText[scope]), refused[index] !== null && value !== scope))}
            {option('DENY', 'Denied', 'Whatever other roles of the person allow')}
          </Radix.RadioGroup>
          <Radix.Separator className="-mx-1 my-1 h-px bg-border" />
          <Radix.Item className={itemLook} onSelect={onMore}>
            <SlidersHorizontal aria-hidden className="text-muted" /> Fields and conditions…
          </Radix.Item>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
