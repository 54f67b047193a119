import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import { Alone } from '@throughline/platform/graphql';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { apiKeyPermissions } from '../api-key.policy.js';
import { apiKeyRead } from '../api-key.read.js';
import { ApiKeyService } from '../api-key.service.js';
import { ApiKeyObject } from './api-key.object.js';
import {
  ApiKeyConnection, ApiKeysArgs, CreateApiKeyInput, CreateApiKeyPayload, RevokeApiKeyInput, RevokeApiKeyPayload, RotateApiKeyInput, RotateApiKeyPayload,
} from './api-key.payloads.js';

/** Keys of programs. What shows a secret stands alone and takes no Idempotency-Key: an answer that is kept would keep it. */
@Resolver(() => ApiKeyObject)
export class ApiKeyResolver {
  constructor(
    private readonly keys: ApiKeyService,
    private readonly reader: Reader,
  ) {}

  @Query(() => ApiKeyConnection, { name: 'apiKeys', description: 'Keys of programs: what they may do, until when, when they were used.' })
  @Requires(apiKeyPermissions.read)
  @Reads(apiKeyRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: ApiKeysArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, apiKeyRead, args, selectionOf(info));
  }

  @Mutation(() => CreateApiKeyPayload, { description: 'Makes a key for a program; the secret is in this answer and nowhere else.' })
  @Requires(apiKeyPermissions.create)
  @Alone()
  async createApiKey(@CurrentActor() actor: Actor, @Args('input', { description: 'The key.' }) input: CreateApiKeyInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, secret } = await this.keys.create(actor, input);
    return { secret, apiKey: await this.reader.one(actor, apiKeyRead, id, selectionOf(info, 'apiKey')) };
  }

  @Mutation(() => RotateApiKeyPayload, { description: 'Replaces the secret of a key; the old one works for the time you choose.' })
  @Requires(apiKeyPermissions.rotate)
  @Alone()
  async rotateApiKey(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: RotateApiKeyInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, secret } = await this.keys.rotate(actor, input.id, input.version, input.graceMinutes);
    return { secret, apiKey: await this.reader.one(actor, apiKeyRead, id, selectionOf(info, 'apiKey')) };
  }

  @Mutation(() => RevokeApiKeyPayload, { description: 'Ends a key at once, with everything that is connected by it.' })
  @Requires(apiKeyPermissions.revoke)
  async revokeApiKey(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: RevokeApiKeyInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const id = await this.keys.revoke(actor, input.id, input.version);
    return { apiKey: await this.reader.one(actor, apiKeyRead, id, selectionOf(info, 'apiKey')) };
  }
}
