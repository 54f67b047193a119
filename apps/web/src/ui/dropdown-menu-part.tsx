'use client';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { Fragment, useRef } from 'react';
import { cn } from '@/lib/cn';
import type { DropdownMenuProps, MenuItem } from './dropdown-menu';
import { Kbd } from './kbd';

const itemLook =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-sm outline-none select-none data-disabled:text-faint data-highlighted:bg-hover pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0';

function Entry({ item, onChoose }: { item: MenuItem; onChoose: (item: MenuItem) => void }) {
  const body = (
    <>
      {item.checked === undefined ? item.icon : <Check aria-hidden className={cn(!item.checked && 'invisible')} />}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate">{item.label}</span>
        {item.disabled && item.reason ? <span className="text-xs text-muted">{item.reason}</span> : null}
      </span>
      {item.keys ? <Kbd keys={item.keys} /> : null}
    </>
  );
  const onSelect = (event: Event) => {
    if (item.stay) {
      event.preventDefault();
      item.onSelect?.();
    } else onChoose(item);
  };
  if (item.checked !== undefined) {
    return (
      <Radix.CheckboxItem className={itemLook} checked={item.checked} disabled={item.disabled} onSelect={onSelect}>
        {body}
      </Radix.CheckboxItem>
    );
  }
  return (
    <Radix.Item className={cn(itemLook, item.danger ? 'text-danger-text data-highlighted:bg-danger-soft' : '[&_svg]:text-muted')} disabled={item.disabled} onSelect={onSelect}>
      {body}
    </Radix.Item>
  );
}

/** The menu itself; it opens as soon as it is there, because the click that wanted it is over. */
export function DropdownMenuPart({ trigger, groups, align = 'end', side = 'bottom', header, className }: DropdownMenuProps) {
  const shown = groups.filter((group) => group.items.length > 0);
  const chosen = useRef<MenuItem | null>(null);
  const onChoose = (item: MenuItem) => {
    chosen.current = item;
  };
  /** What was chosen is done when the menu is gone and its button has the focus again: so it can move the focus, and a dialog gives it back to the button. */
  const onClosed = () => {
    const item = chosen.current;
    chosen.current = null;
    if (item?.onSelect) setTimeout(item.onSelect, 0);
  };
  return (
    <Radix.Root defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content onCloseAutoFocus={onClosed} align={align} side={side} sideOffset={4} collisionPadding={8} className={cn('z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-80 overflow-y-auto rounded-lg border bg-raised p-1 shadow-pop animate-pop', className)}>
          {header}
          {shown.map((group, index) => (
            <Fragment key={group.id}>
              {index > 0 || header ? <Radix.Separator className="-mx-1 my-1 h-px bg-border" /> : null}
              <Radix.Group>
                {group.label ? <Radix.Label className="px-2 pt-1.5 pb-1 text-xs font-medium text-muted">{group.label}</Radix.Label> : null}
                {group.items.map((item) => (
                  <Entry key={item.id} item={item} onChoose={onChoose} />
                ))}
              </Radix.Group>
            </Fragment>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
