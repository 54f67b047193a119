'use client';
import { useEffect, useRef, useState } from 'react';
import { UpdateNotificationPreferencesDocument } from '@/gql/notifications/preferences';
import { useMutationWithIdempotency } from '@/graphql';
import { notify } from '@/ui';
import type { Channel, Kind } from './notification-words';
import { type Draft, isOn, NOTHING, settled, switched } from './switches';
import type { Preferences } from './use-preferences';

/** Several switches after each other are saved together. */
const SAVE_MS = 500;

/** The switches of the matrix: each takes effect at once and is saved soon after; what is refused is taken back with the reason. */
export function useSwitches(preferences: Preferences, put: (next: Preferences) => void, reload: () => Promise<unknown>) {
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const update = useMutationWithIdempotency(UpdateNotificationPreferencesDocument, (data) => data.updateNotificationPreferences);
  const latest = useRef({ draft, version: preferences.version });
  const saving = useRef(false);
  useEffect(() => {
    latest.current = { draft, version: preferences.version };
  });
  const save = async (): Promise<void> => {
    const { draft: sent, version } = latest.current;
    if (saving.current || sent.size === 0) return;
    saving.current = true;
    const outcome = await update.run({ input: { version, kinds: [...sent].map(([kind, channels]) => ({ kind, channels: [...channels] })) } });
    saving.current = false;
    setDraft((now) => settled(now, sent));
    if (outcome.ok && outcome.payload.notificationPreferences) put(outcome.payload.notificationPreferences);
    else {
      if (!outcome.ok) notify.error('Not switched', outcome.failure.code === 'CONFLICT' ? 'You changed your preferences on another screen. This one shows them now.' : outcome.failure.message);
      await reload();
    }
  };
  const run = useRef(save);
  useEffect(() => {
    run.current = save;
  });
  useEffect(() => {
    if (draft.size === 0) return undefined;
    const timer = setTimeout(() => void run.current(), SAVE_MS);
    return () => clearTimeout(timer);
  }, [draft, preferences.version]);
  // Leaving the page saves at once.
  useEffect(() => () => void run.current(), []);
  return {
    on: (kind: Kind, channel: Channel) => isOn(preferences.kinds, draft, kind, channel),
    toggle: (kind: Kind, channel: Channel) => setDraft((now) => switched(preferences.kinds, now, kind, channel)),
    saving: draft.size > 0 || update.busy,
  };
}
