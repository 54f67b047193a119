import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';

export interface Crumb {
  label: string;
  href: string;
}

export interface PageHeaderProps {
  title: ReactNode;
  /** Where this page hangs; links. */
  crumbs?: readonly Crumb[];
  /** A record's readable number ("LD-1042"), before the title. */
  reference?: string | null;
  /** Right beside the title: status, marks. */
  marks?: ReactNode;
  /** Right end; the main action last. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** The head of every staff page. */
export function PageHeader({ title, crumbs, reference, marks, actions, children }: PageHeaderProps) {
  return (
    <header className="flex shrink-0 flex-col gap-1 px-4 pt-3 pb-1 md:px-5">
      {crumbs && crumbs.length > 0 ? (
        <nav aria-label="Breadcrumb" className="flex items-center gap-1 text-xs text-muted">
          {crumbs.map((crumb, index) => (
            <Fragment key={crumb.href}>
              {index > 0 ? <ChevronRight aria-hidden className="size-3 text-faint" /> : null}
              <Link href={crumb.href} className="truncate rounded-sm hover:text-text">
                {crumb.label}
              </Link>
            </Fragment>
          ))}
          {reference ? (
            <>
              <ChevronRight aria-hidden className="size-3 text-faint" />
              <span className="tabular">{reference}</span>
            </>
          ) : null}
        </nav>
      ) : null}
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 truncate text-lg font-semibold tracking-tight">{title}</h1>
        {marks ? <div className="flex flex-wrap items-center gap-1.5">{marks}</div> : null}
        {actions ? <div className="ml-auto flex flex-wrap items-center gap-1.5">{actions}</div> : null}
      </div>
      {children}
    </header>
  );
}
