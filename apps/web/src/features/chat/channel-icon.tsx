import { Building2, FolderKanban, Hash, ListChecks, Lock, type LucideIcon, Network, NotepadText } from 'lucide-react';
import { cn } from '@/lib/cn';
import { Avatar } from '@/ui/avatar';
import type { ChannelKind } from './model/sections';

const ICONS: Readonly<Record<Exclude<ChannelKind, 'DIRECT'>, LucideIcon>> = { GROUP: Hash, PRIVATE: Lock, DEPARTMENT: Network, PROJECT: FolderKanban, TASK: ListChecks, CUSTOMER: Building2, RECORD: NotepadText };

/** A channel's mark: the other person's avatar, or what it belongs to. */
export function ChannelIcon({ kind, title, className }: { kind: ChannelKind; title: string; className?: string }) {
  if (kind === 'DIRECT') return <Avatar name={title} size="sm" className={className} />;
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={cn('size-4 shrink-0 text-muted', className)} />;
}

/** The kind of channel in a word, for screen readers and lists. */
export const kindWord: Readonly<Record<ChannelKind, string>> = { DIRECT: 'Direct', GROUP: 'Group', PRIVATE: 'Private', DEPARTMENT: 'Department', PROJECT: 'Project', TASK: 'Task', CUSTOMER: 'Customer', RECORD: 'Record' };
