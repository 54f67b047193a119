'use client';
import { useState } from 'react';
import { Button, Combobox, Dialog, Field, type Option } from '@/ui';
import type { DepartmentNode } from './department-tree-screen';
import { moveRefusal, treeOf } from './tree';

const TOP = 'top';

/** Where a department goes, by choosing; places that are refused are not among them. */
export function MoveDialog({ node, nodes, onClose, onMove }: { node: DepartmentNode; nodes: readonly DepartmentNode[]; onClose: () => void; onMove: (node: DepartmentNode, parentId: string | null) => Promise<string | null> }) {
  const [place, setPlace] = useState<Option | null>(null);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const options = [
    ...(moveRefusal(nodes, node.id, null) === null ? [{ value: TOP, label: 'The top' }] : []),
    ...treeOf(nodes).filter((each) => moveRefusal(nodes, node.id, each.node.id) === null).map((each) => ({ value: each.node.id, label: each.node.name })),
  ];
  const move = async () => {
    if (!place) return;
    setBusy(true);
    const refusal = await onMove(node, place.value === TOP ? null : place.value);
    setBusy(false);
    if (refusal) setWhy(refusal);
    else onClose();
  };
  return (
    <Dialog
      open onOpenChange={onClose} size="sm" title={`Move ${node.name}`} description="Roles that reach a department reach everything below it: a move changes what people may see."
      footer={<><Button onClick={onClose}>Cancel</Button><Button variant="primary" disabled={!place} busy={busy} onClick={() => void move()}>Move department</Button></>}
    >
      <Field label="Under" error={why}>{(control) => <Combobox {...control} aria-label="Under" value={place} onValueChange={setPlace} options={options} placeholder="Choose a department" clearable={false} />}</Field>
    </Dialog>
  );
}
