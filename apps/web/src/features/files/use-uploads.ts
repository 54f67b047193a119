'use client';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { sendResumable } from './send-resumable';
import { type Upload, UploadQueue } from './upload-queue';

/** Files on their way, for a composer or a record. */
export interface Uploads {
  list: readonly Upload[];
  /** Ids of those that have arrived, in their order: what a message is posted with. */
  fileIds: readonly string[];
  /** Some are still on their way. */
  busy: boolean;
  /** Some were refused or given up: the person decides what becomes of them. */
  failed: boolean;
  add: (files: readonly File[]) => void;
  pause: (key: string) => void;
  resume: (key: string) => void;
  remove: (key: string) => void;
  /** Takes the arrived ones away: they were posted or attached. */
  clearDone: () => void;
}

const EMPTY: readonly Upload[] = [];

/**
 * Sends files, two at a time, resumably. Nothing is lost by a dropped connection; leaving the page ends it, and choosing the same file
 * again goes on where it stopped.
 *
 * @param onDone told for each file that has arrived; `forget` takes it from the list
 */
export function useUploads(onDone?: (upload: Upload, forget: () => void) => void): Uploads {
  const told = useRef(onDone);
  useEffect(() => {
    told.current = onDone;
  });
  const [queue] = useState(() => {
    const made: UploadQueue = new UploadQueue(sendResumable, URL, (upload) => told.current?.(upload, () => made.remove(upload.key)));
    return made;
  });
  const list = useSyncExternalStore(queue.subscribe, queue.get, () => EMPTY);
  useEffect(() => () => queue.close(), [queue]);
  const busy = list.some(({ state }) => state !== 'DONE' && state !== 'FAILED');
  useEffect(() => {
    if (!busy) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);
  return useMemo(
    () => ({
      list,
      fileIds: list.flatMap(({ fileId }) => fileId ?? []),
      busy,
      failed: list.some(({ state }) => state === 'FAILED'),
      add: queue.add,
      pause: queue.pause,
      resume: queue.resume,
      remove: queue.remove,
      clearDone: queue.clearDone,
    }),
    [list, busy, queue],
  );
}
