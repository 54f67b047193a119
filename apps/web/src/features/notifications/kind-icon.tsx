import { ArrowLeftRight, AtSign, BellRing, CircleCheck, Clock, Flag, type LucideIcon, MessageSquare, Newspaper, RefreshCw, ShieldAlert, UserCheck, Wrench } from 'lucide-react';
import { cn } from '@/lib/cn';
import { toneSoft } from '@/lib/tone';
import { type Kind, kindWords } from './notification-words';

const ICONS: Readonly<Record<Kind, LucideIcon>> = {
  ASSIGNMENT: UserCheck, HAND_OFF: ArrowLeftRight, MENTION: AtSign, MESSAGE: MessageSquare, APPROVAL: CircleCheck, STATUS: RefreshCw, MILESTONE: Flag, SLA: Clock,
  REMINDER: BellRing, CLIENT_UPDATE: Newspaper, SECURITY: ShieldAlert, MAINTENANCE: Wrench,
}; // prettier-ignore

/** The mark of a kind; the reason beside it says the same in words. */
export function KindIcon({ kind, className }: { kind: Kind; className?: string }) {
  const Icon = ICONS[kind];
  return (
    <span aria-hidden className={cn('flex size-7 shrink-0 items-center justify-center rounded-full', toneSoft[kindWords[kind].tone], className)}>
      <Icon className="size-3.5" />
    </span>
  );
}
