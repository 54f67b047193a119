import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Public, Requires, SignedIn } from '@throughline/platform/access';
import { Config } from '@throughline/platform/config';
import type { Actor } from '@throughline/platform/kernel';
import { newDeviceChallenge } from '../device-proof.js';
import { devicePermissions } from '../device.policy.js';
import { DeviceService } from '../device.service.js';
import { DecideDeviceInput, DecideDevicePayload, RegisteredDeviceObject } from './device.object.js';

/** Devices on which staff sign in. */
@Resolver()
export class DeviceResolver {
  constructor(
    private readonly devices: DeviceService,
    private readonly config: Config,
  ) {}

  @Query(() => String, { description: 'A challenge for the key of a device, good for two minutes and once; the answer goes into signIn or refreshSession.' })
  @Public()
  deviceChallenge(): string {
    return newDeviceChallenge(this.config.appSecret);
  }

  @Query(() => [RegisteredDeviceObject], { description: 'Devices on which staff sign in: those that wait first, then the newest first.' })
  @Requires(devicePermissions.read)
  registeredDevices(@CurrentActor() actor: Actor): Promise<RegisteredDeviceObject[]> {
    return this.devices.list(actor);
  }

  @Query(() => [RegisteredDeviceObject], { description: 'Your own devices: those that wait for approval first, then the newest first.' })
  @SignedIn()
  myRegisteredDevices(@CurrentActor() actor: Actor): Promise<RegisteredDeviceObject[]> {
    return this.devices.own(actor);
  }

  @Mutation(() => DecideDevicePayload, { description: 'Approves a device or revokes it; sessions on a revoked device end at once.' })
  @Requires(devicePermissions.approve)
  async decideDevice(
    @CurrentActor() actor: Actor, @Args('input', { type: () => DecideDeviceInput, description: 'The decision.' }) { id, version, decision }: DecideDeviceInput,
  ): Promise<DecideDevicePayload> {
    return { device: await this.devices.decide(actor, id, version, decision) };
  }
}
