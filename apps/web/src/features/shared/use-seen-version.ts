'use client';
import { type RefObject, useEffect } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { MutationForm } from '@/kit';

/**
 * Keeps `seenRef` the version that the typed values were begun on: what others save while somebody types must not count as seen, or it would be gone
 * over without a word. It follows while nothing is typed, and once a conflict has shown both values.
 */
export function useSeenVersion<Values extends FieldValues>(seenRef: RefObject<number>, version: number, { methods, failure }: MutationForm<Values>): void {
  const { isDirty } = methods.formState;
  const shown = failure?.code === 'CONFLICT';
  useEffect(() => {
    if (!isDirty || shown) seenRef.current = version;
  }, [seenRef, version, isDirty, shown]);
}
