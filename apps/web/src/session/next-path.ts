import type { Tier } from './viewer';

/** Where a person of a tier starts. */
export function homeOf(tier: Tier): string {
  return tier === 'CLIENT' ? '/portal' : '/';
}

/**
 * Where to go after signing in: `next` when it is a path of this application that the tier may see, else the tier's home.
 * Anything that a browser could read as another origin is refused.
 */
export function destination(next: string | null | undefined, tier: Tier): string {
  if (!next || !/^\/(?![/\\])/.test(next) || next.startsWith('/sign-in')) return homeOf(tier);
  const portal = next === '/portal' || next.startsWith('/portal/') || next.startsWith('/portal?');
  return portal === (tier === 'CLIENT') ? next : homeOf(tier);
}
