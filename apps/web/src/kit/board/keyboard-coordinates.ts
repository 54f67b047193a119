import type { KeyboardCoordinateGetter } from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';

const INSET = 8;

/** Arrow left and right carry the card to the next open column, up and down along the cards of the column. */
export const boardCoordinates: KeyboardCoordinateGetter = (event, options) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return sortableKeyboardCoordinates(event, options);
  event.preventDefault();
  const { droppableContainers, droppableRects, over, active } = options.context;
  const columnOf = (id: string | number | undefined) => (id === undefined ? undefined : (droppableContainers.get(id)?.data.current?.columnId as string | undefined));
  const columns = droppableContainers
    .getEnabled()
    .filter((container) => container.data.current?.columnId === container.id)
    .flatMap((container) => {
      const rect = droppableRects.get(container.id);
      return rect ? [{ id: container.id, rect }] : [];
    })
    .toSorted((a, b) => a.rect.left - b.rect.left);
  const here = columnOf(over?.id) ?? columnOf(active?.id);
  const target = columns[columns.findIndex((column) => column.id === here) + step];
  return target ? { x: target.rect.left + INSET, y: target.rect.top } : undefined;
};
