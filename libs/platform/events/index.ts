export * from './commit-hint.module.js';
export * from './consumers.module.js';
export { type ConsumedEvent, type ConsumerDefinition, type ConsumerOptions, Consumes, consumerCatalogue, defineConsumer, type EventConsumer } from './consumers/define-consumer.js';
export * from './event-feed.module.js';
export { type ChainedEvent, chainColumns, chainHash, checkChain } from './log/chain.js';
export type { StoredEvent } from './log/stored-event.js';
export * from './reader/index.js';
export { Relay } from './relay/relay.js';
export * from './relay.module.js';
