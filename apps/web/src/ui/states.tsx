import { Inbox, Lock, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

export interface StateProps {
  icon: ReactNode;
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  role?: 'alert' | 'status';
  className?: string;
}

/** The frame of every state without data: mark, one line, what to do. */
export function State({ icon, title, text, actions, role, className }: StateProps) {
  return (
    <div role={role} className={cn('mx-auto flex max-w-sm flex-col items-center gap-1.5 px-6 py-14 text-center', className)}>
      <span aria-hidden className="mb-2 flex size-10 items-center justify-center rounded-xl border bg-raised text-muted shadow-lift [&_svg]:size-4.5">
        {icon}
      </span>
      <p className="text-base font-semibold">{title}</p>
      {text ? <div className="text-sm text-pretty text-muted">{text}</div> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}

/** Nothing here yet: says what will be here and how the first one comes about. */
export function EmptyState({ title, text, icon = <Inbox />, actions, className }: { title: string; text?: ReactNode; icon?: ReactNode; actions?: ReactNode; className?: string }) {
  return <State icon={icon} title={title} text={text} actions={actions} className={className} />;
}

/** Not for this person: says what is missing and whom to ask, without telling what is behind it. */
export function ForbiddenState({ text = 'Your role does not include this. An administrator of your organization can change that.', actions, className }: { text?: ReactNode; actions?: ReactNode; className?: string }) {
  return <State icon={<Lock />} title="You have no access here" text={text} actions={actions} className={className} />;
}

/** Gone, or never visible to this person; the two are told apart nowhere. */
export function NotFoundState({ what = 'page', actions, className }: { what?: string; actions?: ReactNode; className?: string }) {
  return <State icon={<SearchX />} title={`This ${what} is not here`} text="It may have been moved or deleted, or it is not shared with you." actions={actions} className={className} />;
}
