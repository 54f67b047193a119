/** Who is signed in. */
export type { Tier, Viewer } from './viewer';
export * from './session-provider';
