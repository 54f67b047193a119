import { MAX_PAGE_SIZE } from '../types/connection.js';

/**
 * What one message may ask for, the same over HTTP and WebSocket. Sized for our own screens with room to spare;
 * `npm run verify:hostile` compares both transports.
 */
export const LIMITS = {
  /** Bytes of an HTTP body, and of a WebSocket message (only subscriptions travel there). */
  bodyBytes: 256 * 1024,
  messageBytes: 64 * 1024,
  queryLength: 20_000,
  tokens: 2_500,
  /** Brackets of any kind inside each other; parsers and validators go as deep on the stack. */
  nesting: 60,
  /** Nested fields, fragments spread out. */
  depth: 16,
  aliases: 40,
  /** Fields with fragments spread out. */
  fields: 1_000,
  /** The same answer key in one selection. */
  repeatedFields: 5,
  rootFields: 20,
  directives: 40,
  fragments: 40,
  operations: 20,
  /** Records an operation could at most touch. */
  cost: 30_000,
  pageSize: MAX_PAGE_SIZE,
  /** A list without page size counts as this many items. */
  assumedListSize: 10,
  variableDepth: 12,
  variableValues: 5_000,
  operationNameLength: 100,
  /** Of one WebSocket. */
  subscriptions: 50,
  messagesPerMinute: 600,
  /** Seconds until `connection_init` must have come. */
  initSeconds: 5,
  /** What may wait to be sent to a slow receiver. */
  bufferedBytes: 1024 * 1024,
} as const;
