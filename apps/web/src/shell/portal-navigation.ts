import { House, type LucideIcon, MessagesSquare } from 'lucide-react';

/** One entry of the portal's bar. */
export interface PortalEntry {
  id: string;
  label: string;
  href: string;
  icon: LucideIcon;
  permission?: string;
}

/** The client portal, in client words. Add an entry in the same change as its page. */
export const portalNavigation: readonly PortalEntry[] = [
  { id: 'home', label: 'Overview', href: '/portal', icon: House },
  { id: 'chat', label: 'Messages', href: '/portal/chat', icon: MessagesSquare, permission: 'channel.read' },
];
