/** Whether an entry is where the person is. */
export function isCurrent(href: string, pathname: string): boolean {
  const root = href === '/' || href === '/portal';
  return pathname === href || (!root && pathname.startsWith(`${href}/`));
}
