'use client';
import { useState } from 'react';
import type { Outcome } from '@/graphql';
import { type FactSave, FactSaver } from './fact-saver';
import type { SaveResult } from './inline-edit';

/** `save(facts, { field, force })` for `InlineEdit` and `InlineSelect` of one record; see `FactSaver`. */
export function useFactSaver<Facts>(
  version: number, send: (version: number, facts: Facts) => Promise<Outcome<unknown>>, onChanged: () => void,
): (facts: Facts, how?: FactSave) => Promise<SaveResult> {
  const [saver] = useState(() => new FactSaver());
  return (facts, how = {}) => saver.save(version, how, (current) => send(current, facts), onChanged);
}
