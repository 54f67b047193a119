/** Pages of the web application that take a one-time link. */
const PAGES = { INVITATION: '/invitation', PASSWORD_RESET: '/reset-password', SIGN_IN: '/sign-in/link' } as const;

/**
 * The address of a one-time link. The token stands in the fragment, which browsers send to no server: it is in no access
 * log and in no referrer. The page posts it only when its person presses the button, so a scanner that opens the mail's
 * links uses nothing up.
 */
export function linkAddress(publicUrl: string, purpose: keyof typeof PAGES, token: string): string {
  return `${publicUrl}${PAGES[purpose]}#${token}`;
}
