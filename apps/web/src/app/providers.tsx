'use client';
import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { GraphQLProvider } from '@/graphql/provider';
import { LocaleProvider } from '@/lib/locale';
import { Toaster } from '@/ui/toaster';

/** What every page stands in. */
export function Providers({ locale, nonce, children }: { locale: string; nonce?: string; children: ReactNode }) {
  return (
    <ThemeProvider nonce={nonce} attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <LocaleProvider locale={locale}>
        <GraphQLProvider>
          {children}
          <Toaster />
        </GraphQLProvider>
      </LocaleProvider>
    </ThemeProvider>
  );
}
