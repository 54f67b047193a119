import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { tagPermissions } from './tag.policy.js';
import { type TagFacts, TagService } from './tag.service.js';

const restorable = defineRestorable(tagPermissions.update, ['name', 'colour', 'category']);

/** Brings back an earlier name or look of a tag (AUD-03), on all records. */
@Injectable()
@Restores(restorable)
export class RestoreTag implements RestoresRecord {
  constructor(private readonly tags: TagService) {}

  restore(actor: Actor, id: string, version: number, values: TagFacts): Promise<string> {
    return this.tags.update(actor, id, version, values);
  }
}
