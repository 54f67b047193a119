import { SetMetadata } from '@nestjs/common';
import type { Work } from '../../database/index.js';
import type { Actor } from '../../kernel/index.js';
import type { StoredEvent } from '../log/stored-event.js';

/** An event as consumers get it. */
export interface ConsumedEvent extends StoredEvent {
  /** Changed fields with their values before and after; empty once they were erased. */
  changes: Record<string, { before: unknown; after: unknown }>;
}

export interface ConsumerOptions {
  /** `<feature>.<what it does>`: `tickets.openFromDeal`; never renamed, because its cursor goes by it. */
  name: string;
  /** Kinds it takes: `['deal.won']`. */
  kinds: readonly string[];
  /** Whether it takes imported and seeded events too; automation and notification do not. */
  historical: boolean;
  /** Where it begins in a log that exists already: at the first event, or with what happens from its first start on. */
  from?: 'START' | 'NOW';
  /** What must not be done twice, whatever number of events say so; the event itself when absent. */
  effectKey?: (event: ConsumedEvent) => string;
}

export interface ConsumerDefinition extends Readonly<ConsumerOptions> {
  readonly from: 'START' | 'NOW';
}

/** Reacts to events, one at a time and in order. */
export interface EventConsumer {
  /**
   * Effects go through `work` only: they are committed together with the consumer's cursor. What leaves the process is
   * scheduled as a job. A throw means "again, later"; an event that keeps failing becomes a job of its own, so that it
   * does not hold up the others.
   *
   * @param actor the product itself, in the event's organization
   */
  consume(event: ConsumedEvent, actor: Actor, work: Work): Promise<void>;
}

export const CONSUMES = 'throughline:consumes';

const consumers = new Map<string, ConsumerDefinition>();

/**
 * Declares a consumer. The class that reacts carries `@Consumes(definition)`; a worker does not start while one is missing.
 *
 * @throws Error when the name is taken
 */
export function defineConsumer(options: ConsumerOptions): ConsumerDefinition {
  if (consumers.has(options.name)) throw new Error(`Consumer ${options.name} is declared twice.`);
  const definition = Object.freeze({ from: 'NOW' as const, ...options });
  consumers.set(options.name, definition);
  return definition;
}

export const consumerCatalogue = (): readonly ConsumerDefinition[] => [...consumers.values()];

/** Marks the provider that reacts for a consumer. */
export const Consumes = (definition: ConsumerDefinition) =>
  (target: new (...dependencies: never[]) => EventConsumer): void => void SetMetadata(CONSUMES, definition.name)(target);
