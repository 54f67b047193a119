'use client';
import {
  closestCenter, DndContext, type DragEndEvent, DragOverlay, type DragStartEvent, KeyboardSensor, type KeyboardCoordinateGetter, MouseSensor, pointerWithin, TouchSensor, useDraggable, useDroppable, useSensor, useSensors,
} from '@dnd-kit/core';
import { GripVertical, MoreHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import { cn } from '@/lib/cn';
import { Button, DropdownMenu } from '@/ui';
import { DepartmentRow } from './department-row';
import type { DepartmentNode } from './department-tree-screen';
import { moveRefusal, treeOf } from './tree';

const TOP = 'top';

/** Arrow up and down carry a department from row to row. */
const fromRowToRow: KeyboardCoordinateGetter = (event, { context }) => {
  const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const rows = context.droppableContainers.getEnabled().flatMap(({ id }) => {
    const rect = context.droppableRects.get(id);
    return rect ? [{ id, rect }] : [];
  }).toSorted((a, b) => a.rect.top - b.rect.top);
  const here = rows.findIndex(({ id }) => id === (context.over?.id ?? context.active?.id));
  const target = rows[here + step];
  return target ? { x: target.rect.left, y: target.rect.top } : undefined;
};

export interface DraggableTreeProps {
  nodes: readonly DepartmentNode[];
  onMove: (node: DepartmentNode, parentId: string | null) => void;
  /** Opens the choice of a place, for those who do not drag. */
  onChoose: (node: DepartmentNode) => void;
}

/** The tree with handles: dropped on a row, a department goes below it; the strip above takes it to the top. */
export function DraggableTree({ nodes, onMove, onChoose }: DraggableTreeProps) {
  const contextId = useId();
  const [dragged, setDragged] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: fromRowToRow }),
  );
  const nodeOf = (id: string | number | null | undefined) => nodes.find((node) => node.id === id);
  const nameOf = (id: string | number | undefined) => (id === TOP ? 'the top' : (nodeOf(id)?.name ?? 'no department'));
  const lifted = nodeOf(dragged);
  const refusal = (target: string | null) => (dragged ? moveRefusal(nodes, dragged, target) : null);
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const node = nodeOf(active.id);
    const target = over ? (over.id === TOP ? null : String(over.id)) : undefined;
    if (node && target !== undefined && moveRefusal(nodes, node.id, target) === null) onMove(node, target);
  };
  return (
    <DndContext
      id={contextId} sensors={sensors} onDragEnd={drop} onDragCancel={() => setDragged(null)} onDragStart={({ active }: DragStartEvent) => setDragged(String(active.id))}
      collisionDetection={(args) => { const under = pointerWithin(args); return under.length > 0 ? under : closestCenter(args); }}
      accessibility={{
        screenReaderInstructions: { draggable: 'Press Space to pick the department up, arrow up and down to choose where, Space to put it there, Escape to leave it. Or use its menu.' },
        announcements: {
          onDragStart: ({ active }) => `Picked up ${nameOf(active.id)}.`,
          onDragOver: ({ over }) => (over ? `Over ${nameOf(over.id)}. ${refusal(over.id === TOP ? null : String(over.id)) ?? ''}` : ''),
          onDragEnd: ({ active, over }) => `${nameOf(active.id)} was dropped on ${nameOf(over?.id)}.`,
          onDragCancel: ({ active }) => `${nameOf(active.id)} stays where it was.`,
        },
      }}
    >
      <TopStrip shown={lifted !== undefined} refused={refusal(null)} />
      <ul aria-label="Departments" className="flex flex-col">
        {treeOf(nodes).map(({ node, depth }) => <TreeRow key={node.id} node={node} depth={depth} refused={lifted ? refusal(node.id) : null} lifted={lifted !== undefined} onChoose={() => onChoose(node)} />)}
      </ul>
      <DragOverlay dropAnimation={null}>{lifted ? <span className="inline-flex h-10 items-center rounded-md border bg-raised px-4 text-sm font-medium shadow-pop">{lifted.name}</span> : null}</DragOverlay>
    </DndContext>
  );
}

function TopStrip({ shown, refused }: { shown: boolean; refused: string | null }) {
  const { setNodeRef, isOver } = useDroppable({ id: TOP, disabled: !shown });
  return (
    <p ref={setNodeRef} className={cn('flex min-h-9 items-center rounded-md border py-1.5 border-dashed px-3 text-xs text-muted', isOver && !refused && 'border-accent bg-accent-soft text-accent-text')}>
      {shown ? 'Drop here: to the top' : 'Drag a department by its handle onto the one it belongs to. What its people may reach moves with it.'}
    </p>
  );
}

function TreeRow({ node, depth, lifted, refused, onChoose }: { node: DepartmentNode; depth: number; lifted: boolean; refused: string | null; onChoose: () => void }) {
  const drop = useDroppable({ id: node.id });
  const drag = useDraggable({ id: node.id });
  return (
    <li ref={drop.setNodeRef} title={lifted && refused ? refused : undefined} className={cn('rounded-md transition-opacity', drag.isDragging && 'opacity-40', lifted && refused && !drag.isDragging && 'opacity-50', drop.isOver && !refused && 'shadow-[inset_0_0_0_1.5px_var(--accent)]')}>
      <DepartmentRow
        node={node} depth={depth}
        handle={<button type="button" ref={drag.setNodeRef} {...drag.attributes} {...drag.listeners} aria-label={`Move ${node.name}`} className="flex size-7 shrink-0 cursor-grab touch-manipulation items-center justify-center rounded-sm text-faint hover:text-text pointer-coarse:size-9"><GripVertical aria-hidden className="size-4" /></button>}
        menu={<DropdownMenu align="end" trigger={<Button size="icon-sm" variant="ghost" aria-label={`More for ${node.name}`}><MoreHorizontal aria-hidden className="size-4" /></Button>} groups={[{ id: 'move', items: [{ id: 'move', label: 'Move under…', onSelect: onChoose }] }]} />}
      />
    </li>
  );
}
