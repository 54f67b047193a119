import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { allows, CurrentActor, Requires, SignedIn } from '@throughline/platform/access';
import { Config } from '@throughline/platform/config';
import type { Actor } from '@throughline/platform/kernel';
import { KNOWN_TYPES } from '../content/file-types.js';
import { FilePolicyService, type FileRoom } from '../file-policy.service.js';
import { filePolicyPermissions } from '../file.policy.js';
import { FilePolicyObject, UpdateFilePolicyPayload } from './file-policy.object.js';
import { UpdateFilePolicyInput } from './file.payloads.js';

const KNOWN = Object.entries(KNOWN_TYPES).map(([type, { label, endings }]) => ({ type, label, endings: [...endings] }));

/** What an organization takes in. */
@Resolver(() => FilePolicyObject)
export class FilePolicyResolver {
  constructor(
    private readonly policies: FilePolicyService,
    private readonly config: Config,
  ) {}

  @Query(() => FilePolicyObject, { description: 'Which files you may upload.' })
  @SignedIn()
  async filePolicy(@CurrentActor() actor: Actor): Promise<FilePolicyObject> {
    return this.shown(actor, await this.policies.of(actor));
  }

  @Mutation(() => UpdateFilePolicyPayload, { description: 'Decides which files may be uploaded from now on.' })
  @Requires(filePolicyPermissions.update)
  async updateFilePolicy(@CurrentActor() actor: Actor, @Args('input', { description: 'Types and size.' }) input: UpdateFilePolicyInput): Promise<UpdateFilePolicyPayload> {
    return { filePolicy: this.shown(actor, await this.policies.update(actor, input)) };
  }

  private shown(actor: Actor, { version, allowedTypes, maxBytes, clientsMayAdd, usedBytes, limitBytes }: FileRoom): FilePolicyObject {
    const room = allows(actor.ability, filePolicyPermissions.read, {});
    return {
      version, allowedTypes: [...allowedTypes], knownTypes: KNOWN, maxBytes: BigInt(maxBytes), clientsMayAdd, usedBytes: room ? usedBytes : null, limitBytes: room ? limitBytes : null,
      scanned: this.config.fileScan !== null,
    };
  }
}
