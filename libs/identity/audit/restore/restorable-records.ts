import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { restorableCatalogue, type RestorableDefinition, RESTORES, type RestoresRecord } from './define-restorable.js';

/** Which provider restores records of which subject. */
@Injectable()
export class RestorableRecords implements OnModuleInit {
  private readonly providers = new Map<string, RestoresRecord>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const subject: unknown = metatype ? Reflect.getMetadata(RESTORES, metatype) : undefined;
      if (typeof subject === 'string' && instance) this.providers.set(subject, instance as RestoresRecord);
    }
  }

  has(subject: string, field: string): boolean {
    return this.of(subject)?.definition.fields[field] !== undefined;
  }

  /** null when nothing of the subject can be restored. */
  of(subject: string): { definition: RestorableDefinition; provider: RestoresRecord } | null {
    const definition = restorableCatalogue().find((declared) => declared.subject === subject);
    const provider = this.providers.get(subject);
    return definition && provider ? { definition, provider } : null;
  }
}
