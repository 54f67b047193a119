'use client';
import { closestCorners, DndContext, type DragEndEvent, DragOverlay, type DragStartEvent, KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { useId, useState } from 'react';
import { parseStrings, useStored } from '@/lib/use-stored';
import type { MenuItem } from '@/ui';
import { BoardCard, CardFrame } from './board-card';
import { boardCoordinates } from './keyboard-coordinates';
import { BoardColumnView } from './board-column';
import type { BoardProps } from './types';
import { useMoves } from './use-moves';

const NONE: string[] = [];

/**
 * Cards in columns. Drag by pointer or touch, or Space, arrows, Space by keyboard, or by each card's menu; columns that refuse the card say why
 * while it hangs. A move shows at once and goes back with the reason when it fails. Fills the height of a flex column.
 */
export function Board<Card>(props: BoardProps<Card>) {
  const { id, what, columns, cardId, cardLabel, renderCard, cardHref, canMove, ordered = false, emptyColumn = 'No cards' } = props;
  const { shown, move, isPending } = useMoves(props);
  const [collapsed, setCollapsed] = useStored<string[]>(`throughline.board.${id}`, NONE, parseStrings);
  const [dragged, setDragged] = useState<string | null>(null);
  const contextId = useId();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: boardCoordinates, keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter', 'Tab'] } }),
  );

  const find = (wanted: string) => {
    for (const column of shown) {
      const card = column.cards.find((each) => cardId(each) === wanted);
      if (card !== undefined) return { column, card };
    }
    return null;
  };
  const lifted = dragged === null ? null : find(dragged);
  const titleOf = (overId: string | number | undefined) => {
    const column = shown.find((each) => each.id === overId) ?? (overId === undefined ? undefined : find(String(overId))?.column);
    return column?.title ?? 'no column';
  };
  const refusal = (activeId: string, overId: string | number | undefined) => {
    const found = find(activeId);
    const to = overId === undefined ? undefined : (find(String(overId))?.column.id ?? String(overId));
    const verdict = found && to && to !== found.column.id ? canMove(found.card, to) : { allowed: true as const };
    return verdict.allowed ? '' : ` It may not go there: ${verdict.reason}.`;
  };
  const nameOf = (activeId: string | number) => {
    const found = find(String(activeId));
    return found ? cardLabel(found.card) : 'card';
  };

  const end = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const found = find(String(active.id));
    if (!found || !over) return;
    const overCard = find(String(over.id));
    const to = overCard?.column.id ?? String(over.id);
    const sameColumn = to === found.column.id;
    if (sameColumn && (!ordered || active.id === over.id)) return;
    let before = overCard ? cardId(overCard.card) : null;
    if (sameColumn && overCard) {
      // Dropped further down: it takes the place after the card it hangs over.
      const ids = found.column.cards.map(cardId);
      const target = ids.indexOf(String(over.id));
      if (ids.indexOf(String(active.id)) < target) before = ids[target + 1] ?? null;
    }
    void move({ card: found.card, from: found.column.id, to, before });
  };

  const movesOf = (card: Card, from: string): MenuItem[] =>
    columns
      .filter((column) => column.id !== from)
      .map((column) => {
        const verdict = canMove(card, column.id);
        return {
          id: column.id,
          label: column.title,
          disabled: !verdict.allowed,
          reason: verdict.allowed ? undefined : verdict.reason,
          onSelect: () => void move({ card, from, to: column.id, before: null }),
        };
      });

  return (
    <DndContext
      id={contextId}
      sensors={sensors}
      collisionDetection={closestCorners}
      onDragStart={({ active }: DragStartEvent) => setDragged(String(active.id))}
      onDragEnd={end}
      onDragCancel={() => setDragged(null)}
      accessibility={{
        screenReaderInstructions: { draggable: 'Press Space to pick the card up, the arrow keys to move it, Space to drop it, Escape to put it back. Or use the Move button.' },
        announcements: {
          onDragStart: ({ active }) => `Picked up ${nameOf(active.id)}.`,
          onDragOver: ({ active, over }) => `${nameOf(active.id)} is over ${titleOf(over?.id)}.${refusal(String(active.id), over?.id)}`,
          onDragEnd: ({ active, over }) => `${nameOf(active.id)} was dropped over ${titleOf(over?.id)}.`,
          onDragCancel: ({ active }) => `${nameOf(active.id)} was put back.`,
        },
      }}
    >
      <div data-dragging={dragged ? '' : undefined} role="group" aria-label={`Board of ${what}`} tabIndex={0} className="ring-inside flex min-h-0 flex-1 gap-2 overflow-x-auto px-4 pb-4 max-md:snap-x max-md:snap-mandatory md:px-5">
        {shown.map((column) => (
          <BoardColumnView
            key={column.id}
            column={column}
            cardIds={column.cards.map(cardId)}
            collapsed={collapsed.includes(column.id)}
            onCollapse={(close) => setCollapsed(close ? [...collapsed, column.id] : collapsed.filter((other) => other !== column.id))}
            verdict={lifted && lifted.column.id !== column.id ? canMove(lifted.card, column.id) : null}
            empty={emptyColumn}
          >
            {column.cards.map((card) => (
              <BoardCard key={cardId(card)} id={cardId(card)} columnId={column.id} label={cardLabel(card)} href={cardHref?.(card)} pending={isPending(cardId(card))} moves={movesOf(card, column.id)}>
                {renderCard(card)}
              </BoardCard>
            ))}
          </BoardColumnView>
        ))}
      </div>
      <DragOverlay dropAnimation={null}>{lifted ? <CardFrame lifted>{renderCard(lifted.card)}</CardFrame> : null}</DragOverlay>
    </DndContext>
  );
}
