/** The bell's figure: nobody counts beyond ninety-nine. */
export const badgeText = (unread: number): string => (unread > 99 ? '99+' : String(unread));
