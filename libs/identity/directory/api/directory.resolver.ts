import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { AvailabilityService } from '../availability.service.js';
import { staffProfilePermissions } from '../directory.policy.js';
import { staffProfileRead } from '../directory.read.js';
import { StaffProfileService } from '../staff-profile.service.js';
import { UpdateStaffProfileInput } from './directory.inputs.js';
import { DirectoryArgs, StaffAvailabilityArgs, StaffProfileConnection, UpdateStaffProfilePayload } from './directory.payloads.js';
import { StaffAvailabilityObject, StaffProfileObject } from './staff-profile.object.js';

/** Who works here. */
@Resolver(() => StaffProfileObject)
export class DirectoryResolver {
  constructor(
    private readonly profiles: StaffProfileService,
    private readonly availability: AvailabilityService,
    private readonly reader: Reader,
  ) {}

  @Query(() => StaffProfileConnection, { description: 'Everybody who works here; `awayOn: { has: ["2026-12-24"] }` are those away on a day.' })
  @Requires(staffProfilePermissions.read)
  @Reads(staffProfileRead, 'connection')
  directory(@CurrentActor() actor: Actor, @Args() args: DirectoryArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, staffProfileRead, args, selectionOf(info));
  }

  @Query(() => StaffProfileObject, { nullable: true, description: 'One profile.' })
  @Requires(staffProfilePermissions.read)
  @Reads(staffProfileRead, 'one')
  staffProfile(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The person.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, staffProfileRead, id, selectionOf(info));
  }

  @Query(() => [StaffAvailabilityObject], { description: 'How much people can work between two days, in the order you ask.' })
  @Requires(staffProfilePermissions.read)
  staffAvailability(@CurrentActor() actor: Actor, @Args() { userIds, from, to }: StaffAvailabilityArgs): Promise<StaffAvailabilityObject[]> {
    return this.availability.of(actor, userIds, { from, to });
  }

  @Mutation(() => UpdateStaffProfilePayload, { description: 'Changes a profile: one\'s own, or as HR anybody\'s.' })
  @Requires(staffProfilePermissions.update)
  async updateStaffProfile(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateStaffProfileInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, skills, weeklyMinutes, workDays, ...facts } = input;
    await this.profiles.update(actor, id, version, { ...facts, skills: skills ?? undefined, weeklyMinutes: weeklyMinutes ?? undefined, workDays: workDays ?? undefined });
    return { profile: await this.reader.one(actor, staffProfileRead, id, selectionOf(info, 'profile')) };
  }
}
