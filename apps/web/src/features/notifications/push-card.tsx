'use client';
import { useApolloClient } from '@apollo/client/react';
import { BellRing, MonitorSmartphone, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { PushKeyDocument, RegisterPushDocument, RemovePushDocument } from '@/gql/notifications/preferences';
import { useMutationWithIdempotency } from '@/graphql';
import { Button, Card, DateText, notify } from '@/ui';
import { TestButton } from './contact-card';
import { browserName, enrol, leave, type PushState, pushState } from './push';
import type { PreferencesCardProps } from './use-preferences';

const WORDS: Readonly<Record<PushState, string>> = {
  UNSUPPORTED: 'This browser knows no pushes. On an iPhone or iPad they work once the portal is on the home screen.',
  DENIED: 'This browser was told not to show notifications of this site. Allow them in its settings, then come back.',
  OFF: 'Notifications appear on this device even while no page of ours is open.',
  ON: 'This browser shows your notifications.',
};

/** Browsers that are pushed to: this one on or off, the others to be taken away. */
export function PushCard({ preferences, onReload }: PreferencesCardProps) {
  const client = useApolloClient();
  const [state, setState] = useState<PushState | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const register = useMutationWithIdempotency(RegisterPushDocument, (data) => data.registerPush);
  const remove = useMutationWithIdempotency(RemovePushDocument, (data) => data.removePush);
  const { browsers } = preferences;
  useEffect(() => {
    let over = false;
    void pushState().then((now) => !over && setState(now));
    return () => {
      over = true;
    };
  }, [browsers]);
  const turnOn = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await client.query({ query: PushKeyDocument, fetchPolicy: 'network-only' });
      const outcome = await register.run({ input: await enrol(data?.pushKey ?? '') });
      if (!outcome.ok) throw new Error(outcome.failure.message);
      notify.success('This browser shows your notifications now');
      await onReload();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'That did not work. Try again.');
    }
    setState(await pushState());
    setBusy(false);
  };
  const drop = async (id: string, here: boolean) => {
    if (here) await leave().catch(() => undefined);
    const outcome = await remove.run({ input: { id } });
    if (!outcome.ok) notify.error('Not taken away', outcome.failure.message);
    setState(await pushState());
    await onReload();
  };
  return (
    <Card title="Browsers" actions={browsers.length > 0 ? <TestButton channel="PUSH" /> : null}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <BellRing aria-hidden className="size-4 shrink-0 text-muted" />
          <p className="min-w-0 flex-1 basis-56 text-sm text-muted">{state ? WORDS[state] : 'Looking at this browser…'}</p>
          {state === 'OFF' || (state === 'ON' && browsers.length === 0) ? <Button variant="primary" busy={busy} onClick={() => void turnOn()}>Turn on here</Button> : null}
        </div>
        {problem ? <p role="alert" className="text-sm text-danger-text">{problem}</p> : null}
        {browsers.length > 0 ? (
          <ul aria-label="Browsers that are pushed to" className="divide-y rounded-md border">
            {browsers.map(({ id, name, createdAt, lastUsedAt }) => (
              <li key={id} className="flex min-h-11 items-center gap-3 pr-1 pl-3 text-sm">
                <MonitorSmartphone aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="min-w-0 flex-1"><span className="block truncate font-medium">{name}</span><span className="block truncate text-xs text-muted">Since <DateText value={createdAt} />{lastUsedAt ? <>, last used <DateText value={lastUsedAt} format="relative" /></> : null}</span></span>
                <Button variant="ghost" size="icon-sm" aria-label={`Take away ${name}`} onClick={() => void drop(id, browsers.length === 1 || name === browserName(navigator.userAgent))}><X aria-hidden className="size-4" /></Button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}
