'use client';
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';

interface LocaleSettings {
  /** BCP 47 tag used by every number, amount and date. */
  locale: string;
  /** IANA zone; until the browser has told its own, the server draws in UTC. */
  timeZone: string;
}

const LocaleContext = createContext<{ locale: string; timeZone?: string }>({ locale: 'en-GB' });
const subscribeNever = () => () => undefined;

/** Gives the person's locale (and zone, where the account names one) to everything below. */
export function LocaleProvider({ locale, timeZone, children }: { locale: string; timeZone?: string; children: ReactNode }) {
  const value = useMemo(() => ({ locale, timeZone }), [locale, timeZone]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

/** The person's locale and zone. The zone switches from UTC to the browser's right after hydration. */
export function useLocale(): LocaleSettings {
  const { locale, timeZone } = useContext(LocaleContext);
  const own = useSyncExternalStore(subscribeNever, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => 'UTC');
  return { locale, timeZone: timeZone ?? own };
}
