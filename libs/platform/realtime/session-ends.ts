import type { OpenSockets } from '../graphql/index.js';
import { type Actor, AppError, type ErrorCode } from '../kernel/index.js';

/** The session is over, or its person may not be where they are. */
const ENDS_SOCKETS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['UNAUTHENTICATED', 'NETWORK_NOT_ALLOWED', 'DEVICE_NOT_ALLOWED']);

/** Ends a session's sockets when a subscription ended because of it: a socket lives as long as its session (quality.md, "Security"). */
export function endSockets(sockets: OpenSockets, { sessionId }: Actor, failure: Error): void {
  if (sessionId === null || !(failure instanceof AppError) || !ENDS_SOCKETS.has(failure.code)) return;
  sockets.closeWhere((actor) => actor.sessionId === sessionId, failure.message);
}
