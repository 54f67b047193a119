import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const DEVICE_STATUSES = ['PENDING', 'APPROVED', 'REVOKED'] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];
export const DEVICE_KINDS = ['KEY', 'CERTIFICATE'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** A device on which an employee may sign in, once an administrator has approved it (IAM-11). */
@Entity('registered_device')
export class RegisteredDevice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_registered_device' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') userId!: string;
  @Column('text') name!: string;
  @Column('text') kind!: DeviceKind;
  /** SHA-256 of the public key or of what the proxy says of the certificate. */
  @Column('bytea') fingerprint!: Buffer;
  @Column('text', { default: 'PENDING' }) status!: DeviceStatus;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
}

/** A challenge that was answered: it is good once. */
@Entity('answered_device_challenge')
export class AnsweredDeviceChallenge {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pk_answered_device_challenge' }) hash!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) answeredAt!: Date;
}
