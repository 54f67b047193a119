'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCan } from '@/session';
import { Button, Select, Sheet } from '@/ui';
import { ConditionFields, FieldChoice } from './line-fields';
import type { OpenCell } from './matrix-grid';
import { effectText, lineText, type OwnLine, scopeText, whyNotGiven } from './matrix-words';
import type { MatrixDraft } from './use-matrix-draft';

const FIELD_LABEL: Record<OwnLine['effect'], string> = { ALLOW: 'Only these fields (none ticked: all)', DENY: 'Close these fields (none ticked: the whole permission)', MASK: 'Show these fields masked' };

/** All lines of one cell, each with effect, reach, fields and conditions. Applying puts them among the unsaved changes. */
export function LinePanel({ cell, draft, onClose }: { cell: OpenCell; draft: MatrixDraft; onClose: () => void }) {
  const { role, permission, subject } = cell;
  const clients = role.tiers.includes('CLIENT');
  const scopes = clients ? subject.clientScopes : subject.scopes;
  const [lines, setLines] = useState<readonly OwnLine[]>(() => draft.own(role, permission.name));
  const holds = useCan(permission.name);
  const mayGive = holds || permission.grantable.length > 0;
  const inherited = draft.lines(role, permission.name).filter(({ inheritedFrom }) => inheritedFrom);
  const change = (index: number, next: Partial<OwnLine>) => setLines(lines.map((line, at) => (at === index ? { ...line, ...next } : line)));
  const effects = (['ALLOW', 'DENY', ...(permission.action === 'read' && subject.maskable.length > 0 ? ['MASK'] : [])] as OwnLine['effect'][]).map((value) => ({ value, label: effectText[value] }));
  const readOnly = !role.editable;
  return (
    <Sheet
      open onOpenChange={(open) => !open && onClose()} title={role.name}
      footer={readOnly ? <Button onClick={onClose}>Close</Button> : (
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => {
            draft.set(role, permission.name, lines);
            onClose();
          }}>Apply</Button>
        </>
      )}
    >
      <div className="flex flex-col gap-4 p-4">
        <h3 className="text-base font-semibold">{permission.meaning} <span className="block font-mono text-xs font-normal text-faint">{permission.name}</span></h3>
        <p className="text-sm text-muted">{readOnly ? whyLocked(role.key) : 'A denial wins over everything that allows.'}</p>
        {inherited.map((line, index) => <p key={index} className="rounded-md border border-dashed px-3 py-2 text-sm text-muted">Inherited from {line.inheritedFrom}. {lineText(line)}</p>)}
        {readOnly ? lines.map((line, index) => <p key={index} className="rounded-md border px-3 py-2 text-sm">{lineText(line)}</p>) : lines.map((line, index) => (
          <section key={index} aria-label={`Line ${index + 1}`} className="flex flex-col gap-3 rounded-lg border p-3">
            <div className="flex items-center gap-2">
              <Select aria-label="Effect" value={line.effect} options={effects} onValueChange={(effect) => change(index, { effect, fields: null })} className="w-28" />
              <Select aria-label="Reach" value={line.scope} options={scopes.map((value) => ({ value, label: scopeText[value] }))} onValueChange={(scope) => change(index, { scope })} className="min-w-0 flex-1" />
              <Button variant="ghost" size="icon-sm" aria-label="Remove this line" onClick={() => setLines(lines.filter((_, at) => at !== index))}><Trash2 aria-hidden className="size-4" /></Button>
            </div>
            {line.effect === 'ALLOW' && !line.fields && !line.conditions && whyNotGiven(permission, line.scope, holds) ? <p className="rounded-md bg-warning-soft px-3 py-2 text-xs text-warning-text">{whyNotGiven(permission, line.scope, holds)}. Only as a line with your own limits it can be saved.</p> : null}
            <FieldChoice label={FIELD_LABEL[line.effect]} names={line.effect === 'MASK' ? subject.maskable : subject.hideable} chosen={line.fields ?? []} onChange={(fields) => change(index, { fields: fields.length > 0 ? [...fields] : null })} />
            <details open={line.conditions !== null}>
              <summary className="cursor-pointer text-sm font-medium">Conditions</summary>
              <div className="pt-3"><ConditionFields value={line.conditions ?? null} states={subject.states} hasAmount={subject.hasAmount} onChange={(conditions) => change(index, { conditions })} /></div>
            </details>
          </section>
        ))}
        {!readOnly && lines.length === 0 ? <p className="text-sm text-muted">No line of its own. {inherited.length > 0 ? 'Only what is inherited counts.' : 'The role does not include this.'}</p> : null}
        {readOnly ? null : (
          <>
            <Button className="self-start" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => setLines([...lines, { effect: mayGive ? 'ALLOW' : 'DENY', scope: scopes[0] ?? 'ORGANIZATION', fields: null, conditions: null }])}>Add a line</Button>
            {mayGive ? null : <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">You do not hold this yourself: you can deny and take away here, not give.</p>}
          </>
        )}
      </div>
    </Sheet>
  );
}

/** Why nothing of a role can be edited by the viewer. */
export const whyLocked = (key: string): string => (key === 'SUPERADMIN' ? 'The superadmin always holds everything; nobody can change that.' : 'You may look at roles, not change what they allow.');
