import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import { IsEnum, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { DeviceKind, DeviceStatus } from '../registered-device.entity.js';

export const DeviceStatusEnum = { PENDING: 'PENDING', APPROVED: 'APPROVED', REVOKED: 'REVOKED' } as const satisfies Record<DeviceStatus, DeviceStatus>;
registerEnumType(DeviceStatusEnum, {
  name: 'DeviceStatus',
  description: 'Whether a device lets its person in.',
  valuesMap: { PENDING: { description: 'It waits for approval.' }, APPROVED: { description: 'It lets its person in.' }, REVOKED: { description: 'It may not be used any more.' } },
});

export const DeviceKindEnum = { KEY: 'KEY', CERTIFICATE: 'CERTIFICATE' } as const satisfies Record<DeviceKind, DeviceKind>;
registerEnumType(DeviceKindEnum, {
  name: 'DeviceKind',
  description: 'How a device proves itself.',
  valuesMap: { KEY: { description: 'By a key that never leaves its browser.' }, CERTIFICATE: { description: 'By a client certificate that the proxy has checked.' } },
});

export const DeviceDecisionEnum = { APPROVE: 'APPROVE', REVOKE: 'REVOKE' } as const;
registerEnumType(DeviceDecisionEnum, {
  name: 'DeviceDecision',
  description: 'What is decided about a device.',
  valuesMap: { APPROVE: { description: 'It lets its person in.' }, REVOKE: { description: 'It may not be used any more; its sessions end.' } },
});

@ObjectType('RegisteredDevice', { description: 'A device on which somebody of the staff signs in.' })
export class RegisteredDeviceObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Goes into the decision.' })
  version!: number;

  @Field(() => ID, { description: 'Whose it is.' })
  userId!: string;

  @Field(() => String, { description: 'The person\'s name.' })
  userName!: string;

  @Field(() => String, { description: 'What its person calls it.' })
  name!: string;

  @Field(() => DeviceKindEnum, { description: 'How it proves itself.' })
  kind!: DeviceKind;

  @Field(() => DeviceStatusEnum, { description: 'Whether it lets its person in.' })
  status!: DeviceStatus;

  @Field(() => DateTimeScalar, { description: 'When it first showed up.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last let its person in.' })
  lastUsedAt!: Date | null;
}

@InputType({ description: 'How a browser shows which device it is: its key\'s answer to a challenge.' })
export class DeviceProofInput {
  @Field(() => String, { description: 'The P-256 public key as JWK.' })
  @IsString()
  @MaxLength(1_000)
  publicKey!: string;

  @Field(() => String, { description: 'What deviceChallenge gave; good for two minutes and once.' })
  @IsString()
  @MaxLength(200)
  challenge!: string;

  @Field(() => String, { description: 'ECDSA with SHA-256 over "throughline device proof", a line feed and the challenge; r and s, base64url.' })
  @IsString()
  @MaxLength(200)
  signature!: string;

  @Field(() => String, { nullable: true, description: 'What its person calls it, when it is new.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string | null;
}

@InputType({ description: 'A decision about a device.' })
export class DecideDeviceInput {
  @Field(() => ID, { description: 'The device.' })
  @IsUUID(undefined, { message: 'This is no id.' })
  id!: string;

  @Field(() => Int, { description: 'The version that the caller saw.' })
  @IsInt()
  version!: number;

  @Field(() => DeviceDecisionEnum, { description: 'The decision.' })
  @IsEnum(DeviceDecisionEnum)
  decision!: keyof typeof DeviceDecisionEnum;
}

@ObjectType({ description: 'The device that was decided about.' })
export class DecideDevicePayload extends MutationPayload {
  @Field(() => RegisteredDeviceObject, { nullable: true, description: 'As it is now; null when something was refused.' })
  device?: RegisteredDeviceObject | null;
}
