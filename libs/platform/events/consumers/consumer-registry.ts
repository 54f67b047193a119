import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { CONSUMES, type ConsumerDefinition, consumerCatalogue, type EventConsumer } from './define-consumer.js';

/** A declared consumer and the provider that reacts for it. */
export interface RegisteredConsumer {
  definition: ConsumerDefinition;
  reaction: EventConsumer;
}

/** Which provider reacts for which consumer. */
@Injectable()
export class ConsumerRegistry implements OnModuleInit {
  private readonly reactions = new Map<string, EventConsumer>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error naming every consumer nobody reacts for: the worker does not start */
  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const name: unknown = metatype ? Reflect.getMetadata(CONSUMES, metatype) : undefined;
      if (typeof name !== 'string' || !instance) continue;
      const taken = this.reactions.get(name);
      if (taken && taken !== instance) throw new Error(`Two providers react for ${name}.`);
      this.reactions.set(name, instance as EventConsumer);
    }
    const missing = consumerCatalogue().map(({ name }) => name).filter((name) => !this.reactions.has(name));
    if (missing.length > 0) throw new Error(`No provider carries @Consumes for: ${missing.join(', ')}`);
  }

  get all(): RegisteredConsumer[] {
    return consumerCatalogue().map((definition) => this.of(definition.name));
  }

  /** @throws Error for a name nobody declares */
  of(name: string): RegisteredConsumer {
    const definition = consumerCatalogue().find((consumer) => consumer.name === name);
    const reaction = this.reactions.get(name);
    if (!definition || !reaction) throw new Error(`There is no consumer ${name}.`);
    return { definition, reaction };
  }
}
