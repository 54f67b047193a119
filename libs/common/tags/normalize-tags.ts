import { normalizeLine } from '@throughline/platform/kernel';
import { MOST_TAG } from './tag.policy.js';

/** Tags as they are stored: one line each, at most 50 characters, no two that differ in case only, 50 at most. */
export function normalizeTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags) {
    const clean = normalizeLine(tag)?.slice(0, MOST_TAG).trim();
    if (clean && !byKey.has(clean.toLowerCase())) byKey.set(clean.toLowerCase(), clean);
  }
  return [...byKey.values()].slice(0, 50);
}
