import { ArrowLeftRight, Building2, FolderKanban, Handshake, House, Inbox, ListChecks, Magnet, MessagesSquare, Rows3, Settings, Ticket, type LucideIcon } from 'lucide-react';

/** One entry of a sidebar. Add it in the same change as its screen: an entry never leads nowhere. */
export interface NavEntry {
  id: string;
  label: string;
  href: string;
  icon: LucideIcon;
  group: 'home' | 'sales' | 'delivery' | 'organization';
  /** Shown only to those who hold it. */
  permission?: string;
  /** Sequence that goes there: "G L". */
  keys?: string;
  /** Offered in the palette and under C: opens the list with its form (`useNewParam`). */
  create?: { label: string; permission?: string };
  /** Among the four of the phone's bottom bar. */
  phone?: boolean;
}

/** The staff workspace, in order. */
export const staffNavigation: readonly NavEntry[] = [
  { id: 'home', label: 'Home', href: '/', icon: House, group: 'home', keys: 'G H', phone: true },
  { id: 'inbox', label: 'Inbox', href: '/inbox', icon: Inbox, group: 'home', permission: 'notification.read', keys: 'G I', phone: true },
  { id: 'my-work', label: 'My work', href: '/my-work', icon: ListChecks, group: 'home', permission: 'task.work', keys: 'G W', phone: true },
  { id: 'chat', label: 'Chat', href: '/chat', icon: MessagesSquare, group: 'home', permission: 'channel.read', keys: 'G M', phone: true },
  // The icon stands in the shell already (density of lists).
  { id: 'activity', label: 'Activity', href: '/activity', icon: Rows3, group: 'home', permission: 'teamActivity.read', keys: 'G A' },
  { id: 'leads', label: 'Leads', href: '/leads', icon: Magnet, group: 'sales', permission: 'lead.read', keys: 'G L', create: { label: 'New lead', permission: 'lead.create' } },
  { id: 'deals', label: 'Deals', href: '/deals', icon: Handshake, group: 'sales', permission: 'deal.read', keys: 'G D', create: { label: 'New deal', permission: 'deal.create' }, phone: true },
  { id: 'customers', label: 'Customers', href: '/customers', icon: Building2, group: 'sales', permission: 'customer.read', keys: 'G C', create: { label: 'New customer', permission: 'customer.create' } },
  { id: 'tickets', label: 'Tickets', href: '/tickets', icon: Ticket, group: 'delivery', permission: 'ticket.read', keys: 'G T', phone: true },
  { id: 'projects', label: 'Projects', href: '/projects', icon: FolderKanban, group: 'delivery', permission: 'project.read', keys: 'G P', phone: true },
  { id: 'hand-offs', label: 'Hand-offs', href: '/hand-offs', icon: ArrowLeftRight, group: 'delivery', permission: 'handOff.read', keys: 'G O' },
  { id: 'settings', label: 'Settings', href: '/settings', icon: Settings, group: 'organization', keys: 'G S' },
];

export const groupLabels: Readonly<Record<NavEntry['group'], string>> = { home: '', sales: 'Sales', delivery: 'Delivery', organization: 'Organization' };
