import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, SignedIn } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { AdaptersService } from '../adapters/adapters.service.js';
import { notificationAdapterPermissions } from '../notification.policy.js';
import { answered, PreferencesService } from '../preferences/preferences.service.js';
import { PushService } from '../preferences/push.service.js';
import {
  RegisterPushInput, RegisterPushPayload, RemovePushInput, RemovePushPayload, UpdateNotificationAdaptersInput, UpdateNotificationAdaptersPayload,
  UpdateNotificationPreferencesInput, UpdateNotificationPreferencesPayload,
} from './settings.inputs.js';
import { NotificationAdapterObject, NotificationPreferencesObject } from './settings.object.js';

/** How people want to be told, and what the organization is connected to. */
@Resolver()
export class PreferencesResolver {
  constructor(
    private readonly preferences: PreferencesService,
    private readonly push: PushService,
    private readonly adapters: AdaptersService,
  ) {}

  @Query(() => NotificationPreferencesObject, { description: 'How you want to be told.' })
  @SignedIn()
  notificationPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreferencesObject> {
    return this.preferences.of(actor);
  }

  @Query(() => String, { description: 'The public key with which browsers subscribe to pushes (VAPID, base64url).' })
  @SignedIn()
  pushKey(@CurrentActor() actor: Actor): Promise<string> {
    return this.push.publicKey(actor);
  }

  @Query(() => [NotificationAdapterObject], { description: 'What the organization is connected to.' })
  @Requires(notificationAdapterPermissions.read)
  notificationAdapters(@CurrentActor() actor: Actor): Promise<NotificationAdapterObject[]> {
    return this.adapters.list(actor);
  }

  @Mutation(() => UpdateNotificationPreferencesPayload, { description: 'Decides how you are told.' })
  @SignedIn()
  async updateNotificationPreferences(
    @CurrentActor() actor: Actor, @Args('input', { description: 'What changes.' }) input: UpdateNotificationPreferencesInput,
  ): Promise<UpdateNotificationPreferencesPayload> {
    return { notificationPreferences: await this.preferences.update(actor, input) };
  }

  @Mutation(() => RegisterPushPayload, { description: 'Lets a browser of yours be pushed to.' })
  @SignedIn()
  async registerPush(@CurrentActor() actor: Actor, @Args('input', { description: 'The browser.' }) { name, ...address }: RegisterPushInput): Promise<RegisterPushPayload> {
    const id = await this.push.register(actor, { ...address, name: name ?? 'Browser' });
    return { id, notificationPreferences: await this.preferences.of(answered(actor)) };
  }

  @Mutation(() => RemovePushPayload, { description: 'Ends pushes to a browser of yours.' })
  @SignedIn()
  async removePush(@CurrentActor() actor: Actor, @Args('input', { description: 'The browser.' }) { id }: RemovePushInput): Promise<RemovePushPayload> {
    return { id: await this.push.remove(actor, id), notificationPreferences: await this.preferences.of(answered(actor)) };
  }

  @Mutation(() => UpdateNotificationAdaptersPayload, { description: 'Connects the organization to Slack, Teams and a sender of text messages, or disconnects it.' })
  @Requires(notificationAdapterPermissions.update)
  async updateNotificationAdapters(
    @CurrentActor() actor: Actor, @Args('input', { description: 'What changes.' }) input: UpdateNotificationAdaptersInput,
  ): Promise<UpdateNotificationAdaptersPayload> {
    return { notificationAdapters: await this.adapters.update(actor, input) };
  }
}
