import { cloneElement, isValidElement, type ReactNode, type Ref, type RefCallback } from 'react';
import { cn } from '@/lib/cn';

type Props = Record<string, unknown> & { className?: string; style?: object; ref?: Ref<unknown> };
type Handler = (...given: unknown[]) => unknown;

function both(first: Ref<unknown> | undefined, second: Ref<unknown> | undefined): Ref<unknown> | undefined {
  if (!first || !second) return first ?? second;
  const set = (ref: NonNullable<Ref<unknown>>, value: unknown) => (typeof ref === 'function' ? ref(value) : void (ref.current = value));
  const callback: RefCallback<unknown> = (value) => {
    const undo = [set(first, value), set(second, value)];
    return () => [first, second].forEach((ref, index) => (typeof undo[index] === 'function' ? undo[index]() : set(ref, null)));
  };
  return callback;
}

/**
 * Puts props on the only child: its own win, handlers run one after the other (the child's first), classes and styles are joined.
 * Every first load needs it; the package's own, with what it pulls in, is three times as long.
 */
export function Slot({ children, ...given }: Record<string, unknown> & { children: ReactNode }) {
  if (!isValidElement<Props>(children)) return children;
  const own = children.props;
  const merged: Props = { ...given, ...own };
  for (const [name, mine] of Object.entries(given)) {
    const theirs = own[name];
    if (/^on[A-Z]/.test(name) && typeof mine === 'function' && typeof theirs === 'function') {
      merged[name] = (...event: unknown[]) => {
        (theirs as Handler)(...event);
        (mine as Handler)(...event);
      };
    }
  }
  merged.className = cn(given.className as string | undefined, own.className);
  if (given.style || own.style) merged.style = { ...(given.style as object | undefined), ...own.style };
  const ref = both(given.ref as Ref<unknown> | undefined, own.ref);
  if (ref) merged.ref = ref;
  return cloneElement(children, merged);
}
