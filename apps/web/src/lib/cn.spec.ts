import { cn } from './cn';

describe('cn', () => {
  it.each([
    ['h-8 px-3', 'h-11', 'px-3 h-11'],
    ['px-2', 'p-4', 'p-4'],
    ['p-4', 'px-2', 'p-4 px-2'],
    ['text-sm text-muted', 'text-2xs', 'text-muted text-2xs'],
    ['text-sm text-muted', 'text-danger-text', 'text-sm text-danger-text'],
    ['text-2xs', 'text-[0.5rem]', 'text-[0.5rem]'],
    ['text-muted text-right', 'text-left', 'text-muted text-left'],
    ['border border-border-strong', 'border-transparent', 'border border-transparent'],
    ['border border-l-2', 'border-l-internal', 'border border-l-2 border-l-internal'],
    ['rounded-md', 'rounded-full', 'rounded-full'],
    ['rounded-t-xl', 'rounded-xl', 'rounded-xl'],
    ['h-(--control-h)', 'h-7', 'h-7'],
    ['size-8', 'w-4', 'size-8 w-4'],
    ['w-4 h-4', 'size-8', 'size-8'],
    ['-mx-1', 'mx-0', 'mx-0'],
    ['hover:bg-hover bg-raised', 'bg-sunken', 'hover:bg-hover bg-sunken'],
    ['max-md:hidden flex', 'inline-flex', 'max-md:hidden inline-flex'],
    ['flex flex-col', 'flex-1', 'flex flex-col flex-1'],
    ['font-medium font-mono', 'font-semibold', 'font-mono font-semibold'],
    ['shadow-lift', 'shadow-none', 'shadow-none'],
    ['h-7', 'h-auto!', 'h-7 h-auto!'],
    ['tabular', 'anything-else', 'tabular anything-else'],
  ])('%s + %s = %s', (own, callers, expected) => {
    expect(cn(own, callers)).toBe(expected);
  });

  it('leaves out what is not there', () => {
    expect(cn('a', false, null, undefined, ['b', { c: true, d: false }])).toBe('a b c');
  });
});
