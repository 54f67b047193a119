export * from './audience.js';
export * from './event-reader.js';
export { FEED_OPTIONS, type FeedOptions } from './feed-options.js';
export type { FeedItem, Receiver, Subscriber } from './subscriber.js';
