'use client';
import { useQuery } from '@apollo/client/react';
import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo } from 'react';
import { ViewerDocument, type ViewerQuery } from '@/gql/session/session';
import { toFailure } from '@/graphql/failure';
import { Seed } from '@/graphql/provider';
import { useHydrated } from '@/lib/use-hydrated';
import { homeOf } from './next-path';
import type { Viewer } from './viewer';

// Neither is part of the first load: most people never see them.
const ErrorState = lazy(() => import('@/ui/failed-states').then((module) => ({ default: module.ErrorState })));
const RenewalPrompt = lazy(() => import('./renewal-prompt').then((module) => ({ default: module.RenewalPrompt })));

const SessionContext = createContext<{ viewer: Viewer; permissions: ReadonlySet<string> } | null>(null);

export interface SessionProviderProps {
  /** Which shell this is; a person of the other kind is sent to theirs. */
  audience: 'staff' | 'client';
  /** What the server already knew; null when the browser has to ask (and renew the session first, perhaps). */
  initial: ViewerQuery | null;
  /** Drawn until the viewer is known. */
  skeleton: ReactNode;
  children: ReactNode;
}

function Gate({ audience, skeleton, children }: Omit<SessionProviderProps, 'initial'>) {
  const { data, error, refetch } = useQuery(ViewerDocument, { fetchPolicy: 'cache-first' });
  const viewer = data?.viewer ?? null;
  const hydrated = useHydrated();
  // Whoever views as somebody else sees what those see, portal or workspace.
  const tier = viewer?.viewing?.tier ?? viewer?.tier;
  const misplaced = tier !== undefined && (tier === 'CLIENT') !== (audience === 'client');
  useEffect(() => {
    if (tier && misplaced) window.location.replace(homeOf(tier));
  }, [tier, misplaced]);
  const value = useMemo(() => (viewer ? { viewer, permissions: new Set(viewer.permissions) } : null), [viewer]);
  if (error && !viewer) {
    const failure = toFailure(error);
    // The session link is on its way to the sign-in screen.
    if (failure.code !== 'UNAUTHENTICATED') return <Suspense><ErrorState page title="You could not be recognized" text={failure.message} reference={failure.requestId} offline={failure.code === 'OFFLINE'} onRetry={() => void refetch()} /></Suspense>;
  }
  if (!value || misplaced) return skeleton;
  return (
    <SessionContext value={value}>
      {children}
      {hydrated ? <Suspense><RenewalPrompt /></Suspense> : null}
    </SessionContext>
  );
}

/** Makes the signed-in person known to everything below; draws a skeleton until they are. */
export function SessionProvider({ initial, ...rest }: SessionProviderProps) {
  return (
    <Seed document={ViewerDocument} data={initial}>
      <Gate {...rest} />
    </Seed>
  );
}

/**
 * The signed-in person.
 * @throws Error outside the signed-in shells
 */
export function useViewer(): Viewer {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useViewer needs a SessionProvider');
  return session.viewer;
}

/**
 * Whether the viewer holds a permission in any scope: `useCan('lead.qualify')`. For drawing only; whether it holds for this very record
 * is the API's answer (`viewerCan`, allowed moves, FORBIDDEN).
 */
export function useCan(permission: string): boolean {
  return useContext(SessionContext)?.permissions.has(permission) ?? false;
}

/** Several at once, for lists of entries: returns the test. */
export function usePermissionTest(): (permission: string | undefined) => boolean {
  const permissions = useContext(SessionContext)?.permissions;
  return useMemo(() => (permission) => permission === undefined || (permissions?.has(permission) ?? false), [permissions]);
}
