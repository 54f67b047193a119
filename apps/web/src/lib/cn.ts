import { type ClassValue, clsx } from 'clsx';
import { createTailwindMerge } from 'tailwind-merge';

const any = () => true;
const length = (value: string) => /^\[[\d.]/.test(value);
/** Groups whose classes are `<name>-<anything>`. */
const plain = <Name extends string>(...names: Name[]) => Object.fromEntries(names.map((name) => [name, [{ [name]: [any] }]])) as Record<Name, { [prefix: string]: (typeof any)[] }[]>;
const SIDES = ['t', 'r', 'b', 'l', 'x', 'y'] as const;

/*
 * Which classes set the same thing. Only what components let callers override is listed, which is a fraction of the package's own table;
 * what is not listed is kept as it comes. Text sizes must stand before text colours.
 */
const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  prefix: undefined,
  theme: {},
  classGroups: {
    display: ['block', 'inline-block', 'inline', 'flex', 'inline-flex', 'grid', 'inline-grid', 'contents', 'hidden'],
    position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
    'font-size': [{ text: ['2xs', 'xs', 'sm', 'base', 'md', 'lg', 'xl', '2xl', '3xl', length] }],
    'text-align': [{ text: ['left', 'center', 'right', 'start', 'end'] }],
    'text-wrap': [{ text: ['wrap', 'nowrap', 'pretty', 'balance'] }],
    'text-color': [{ text: [any] }],
    'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
    'font-family': [{ font: ['sans', 'mono'] }],
    'flex-direction': [{ flex: ['row', 'row-reverse', 'col', 'col-reverse'] }],
    'flex-wrap': [{ flex: ['wrap', 'nowrap'] }],
    flex: [{ flex: [any] }],
    'border-width': [{ border: ['', '0', '2', '4'] }],
    'border-style': [{ border: ['solid', 'dashed', 'dotted', 'none'] }],
    'border-color': [{ border: [any] }],
    shadow: [{ shadow: ['', any] }],
    rounded: [{ rounded: ['', any] }],
    ...plain('size', 'w', 'min-w', 'max-w', 'h', 'min-h', 'max-h', 'p', 'px', 'py', 'pt', 'pr', 'pb', 'pl', 'm', 'mx', 'my', 'mt', 'mr', 'mb', 'ml'),
    ...plain('gap', 'gap-x', 'gap-y', 'inset', 'inset-x', 'inset-y', 'top', 'right', 'bottom', 'left', 'z', 'overflow', 'overflow-x', 'overflow-y'),
    ...plain('items', 'justify', 'self', 'grow', 'shrink', 'bg', 'opacity', 'leading', 'tracking', 'whitespace', 'cursor', 'animate', 'rounded-t', 'rounded-b', 'rounded-l', 'rounded-r'),
    ...Object.fromEntries(
      SIDES.flatMap((side) => [
        [`border-${side}-width`, [{ [`border-${side}`]: ['', '0', '2', '4'] }]],
        [`border-${side}-color`, [{ [`border-${side}`]: [any] }]],
      ]),
    ),
  },
  conflictingClassGroups: {
    size: ['w', 'h'],
    p: ['px', 'py', 'pt', 'pr', 'pb', 'pl'],
    px: ['pr', 'pl'],
    py: ['pt', 'pb'],
    m: ['mx', 'my', 'mt', 'mr', 'mb', 'ml'],
    mx: ['mr', 'ml'],
    my: ['mt', 'mb'],
    gap: ['gap-x', 'gap-y'],
    inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'],
    'inset-x': ['right', 'left'],
    'inset-y': ['top', 'bottom'],
    overflow: ['overflow-x', 'overflow-y'],
    flex: ['grow', 'shrink'],
    rounded: ['rounded-t', 'rounded-b', 'rounded-l', 'rounded-r'],
  },
  conflictingClassGroupModifiers: {},
  postfixLookupClassGroups: [],
  orderSensitiveModifiers: ['before', 'after', 'placeholder', 'file', 'marker', 'selection', 'first-line', 'first-letter', 'backdrop', '*', '**', 'details-content'],
}));

/** Joins class names; of two that set the same thing the later wins, so that a caller's `className` overrides a component's own. */
export function cn(...parts: ClassValue[]): string {
  return merge(clsx(parts));
}
