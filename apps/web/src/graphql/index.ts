/** The door of the data layer for screens; server components import './server' by itself. */
export type { Connection } from './connection';
export * from './connection-status';
export { evict } from './cache';
export * from './failure';
export * from './provider';
export type { StreamEvent } from './resumable';
export * from './use-connection';
export * from './use-mutation';
export * from './use-record-changes';
export * from './use-resumable-subscription';
