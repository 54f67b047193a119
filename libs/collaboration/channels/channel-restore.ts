import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { type ChannelChanges, ChannelEditService } from './channel-edit.service.js';
import { channelPermissions } from './channel.policy.js';

const restorable = defineRestorable(channelPermissions.update, ['name', 'topic']);

/** Brings back an earlier name or topic of a channel (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreChannel implements RestoresRecord {
  constructor(private readonly channels: ChannelEditService) {}

  restore(actor: Actor, id: string, version: number, values: ChannelChanges): Promise<string> {
    return this.channels.update(actor, id, version, values);
  }
}
