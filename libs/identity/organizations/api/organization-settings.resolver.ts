import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { organizationPermissions } from '../organization.policy.js';
import { organizationSettingsRead } from '../organization-settings.read.js';
import { OrganizationSettingsService } from '../organization-settings.service.js';
import { UpdateOrganizationSettingsInput, UpdateOrganizationSettingsPayload } from './organization-settings.inputs.js';
import { OrganizationSettingsObject } from './organization-settings.object.js';

/** What an organization sets for itself. */
@Resolver(() => OrganizationSettingsObject)
export class OrganizationSettingsResolver {
  constructor(
    private readonly settings: OrganizationSettingsService,
    private readonly reader: Reader,
  ) {}

  @Query(() => OrganizationSettingsObject, { description: 'The settings of the organization you work in.' })
  @Requires(organizationPermissions.read)
  organizationSettings(@CurrentActor() actor: Actor, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, organizationSettingsRead, actor.organizationId, selectionOf(info));
  }

  @Mutation(() => UpdateOrganizationSettingsPayload, { description: 'Changes the organization\'s settings.' })
  @Requires(organizationPermissions.update)
  async updateOrganizationSettings(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateOrganizationSettingsInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { version, ...changes } = input;
    const id = await this.settings.update(actor, version, changes);
    return { organizationSettings: await this.reader.one(actor, organizationSettingsRead, id, selectionOf(info, 'organizationSettings')) };
  }
}
