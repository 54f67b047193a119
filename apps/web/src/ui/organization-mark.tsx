import { isLight } from '@/lib/is-light';
import { Logo } from './logo';

/** What an organization looks like to everybody. */
export interface OrganizationLook {
  name: string;
  /** An image's address. */
  logo: string | null;
  logoText: string | null;
  /** `#1f4fd8`. */
  brandColour: string | null;
}

/** The organization's logo and name, as on the pages that lead in; the product's own where there is no organization. */
export function OrganizationMark({ look }: { look: OrganizationLook | null }) {
  if (!look) return <Logo />;
  const letters = (look.logoText ?? look.name).trim().slice(0, 2).toUpperCase();
  return (
    <span className="flex min-w-0 flex-col gap-3">
      <span className="flex min-w-0 items-center gap-2.5 text-md font-semibold tracking-tight">
        {look.logo ? (
          <img src={look.logo} alt="" className="h-8 max-w-32 shrink-0 object-contain" />
        ) : (
          <svg aria-hidden viewBox="0 0 32 32" className="size-8 shrink-0">
            <rect width="32" height="32" rx="8" fill={look.brandColour ?? undefined} className={look.brandColour ? undefined : 'fill-accent'} />
            <text x="16" y="21" textAnchor="middle" fontSize="13" fontWeight="700" fill={look.brandColour && isLight(look.brandColour) ? '#000000' : '#ffffff'}>{letters}</text>
          </svg>
        )}
        <span className="truncate">{look.name}</span>
      </span>
      {look.brandColour ? (
        <svg aria-hidden viewBox="0 0 100 1" preserveAspectRatio="none" className="h-0.75 w-full">
          <rect width="100" height="1" fill={look.brandColour} />
        </svg>
      ) : null}
    </span>
  );
}
