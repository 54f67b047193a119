/** Who is signed in. */
export { type Tier, type Viewer, ViewerDocument } from './documents';
export * from './session-provider';
export * from './use-sign-out';
