import { Inbox, Lock, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

export interface StateProps {
  icon: ReactNode;
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  role?: 'alert' | 'status';
  /** It stands for the whole page: the title is its first heading. */
  page?: boolean;
  className?: string;
}

/** What each state takes. */
export type StateOptions = Pick<StateProps, 'actions' | 'page' | 'className'>;

/** The frame of every state without data: mark, one line, what to do. */
export function State({ icon, title, text, actions, role, page = false, className }: StateProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div role={role} className={cn('mx-auto flex max-w-sm flex-col items-center gap-1.5 px-6 py-14 text-center', className)}>
      <span aria-hidden className="mb-2 flex size-10 items-center justify-center rounded-xl border bg-raised text-muted shadow-lift [&_svg]:size-4.5">
        {icon}
      </span>
      <Title className="text-base font-semibold">{title}</Title>
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
export function ForbiddenState({ detail, ...rest }: StateOptions & { detail?: string }) {
  return (
    <State
      icon={<Lock />}
      title="You have no access here"
      text={<>Your role does not include this. An administrator of your organization can change that.{detail ? <span className="mt-1.5 block text-xs text-faint">{detail}</span> : null}</>}
      {...rest}
    />
  );
}

/** Gone, or never visible to this person; the two are told apart nowhere. */
export function NotFoundState({ what = 'page', text = 'It may have been moved or deleted, or it is not shared with you.', ...rest }: StateOptions & { what?: string; text?: ReactNode }) {
  return <State icon={<SearchX />} title={`This ${what} is not here`} text={text} {...rest} />;
}
