'use client';
import { useEffect, useRef } from 'react';

const PAUSE_MS = 400;

/** Marks a channel read up to `sequence` while its end is in sight of a person: not in a hidden tab, not twice, not at every message of a burst. */
export function useReadMark(sequence: number, inSight: boolean, mark: (sequence: number) => void): void {
  const marked = useRef(0);
  const latest = useRef(mark);
  useEffect(() => {
    latest.current = mark;
  });
  useEffect(() => {
    if (!inSight || sequence <= marked.current) return undefined;
    const run = () => {
      if (document.visibilityState !== 'visible' || sequence <= marked.current) return;
      marked.current = sequence;
      latest.current(sequence);
    };
    const timer = setTimeout(run, PAUSE_MS);
    document.addEventListener('visibilitychange', run);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', run);
    };
  }, [sequence, inSight]);
}
