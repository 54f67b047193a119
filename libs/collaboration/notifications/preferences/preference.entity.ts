import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { NotificationChannel, NotificationKind } from '../notification.kinds.js';

/** OFF: a mail for each. HOURLY, DAILY: one mail for all since the last. */
export const DIGESTS = ['OFF', 'HOURLY', 'DAILY'] as const;
export type Digest = (typeof DIGESTS)[number];

/** How one person wants to be told; the first change makes it. */
@Entity('notification_preference')
export class NotificationPreference {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_notification_preference' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') userId!: string;
  /** Channels of the kinds for which somebody chose; the others have the defaults. */
  @Column('jsonb', { default: () => "'{}'" }) channels!: Partial<Record<NotificationKind, NotificationChannel[]>>;
  @Column('text', { default: 'OFF' }) digest!: Digest;
  /** Minutes since local midnight. */
  @Column('integer', { default: 480 }) digestAt!: number;
  /** Quiet from and until, minutes since local midnight; null = no such hours. */
  @Column('integer', { nullable: true }) quietFrom!: number | null;
  @Column('integer', { nullable: true }) quietUntil!: number | null;
  /** Days that are quiet as a whole: 0 = Monday ... 6 = Sunday. */
  @Column('integer', { array: true, default: () => "'{}'" }) quietDays!: number[];
  /** The organization's when null. */
  @Column('text', { nullable: true }) timeZone!: string | null;
  @Column('bytea', { nullable: true }) phone!: Buffer | null;
  @Column('bytea', { nullable: true }) slackWebhook!: Buffer | null;
  @Column('bytea', { nullable: true }) teamsWebhook!: Buffer | null;
}

/** A browser that wants to be pushed to (RFC 8030); address and keys are sealed, because whoever has them can push. */
@Entity('push_subscription')
export class PushSubscription {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_push_subscription' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') userId!: string;
  /** SHA-256 of the address: the same browser is known again. */
  @Column('bytea') endpointHash!: Buffer;
  @Column('bytea') sealed!: Buffer;
  /** The browser, for people: `Firefox on Linux`. */
  @Column('text') name!: string;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
}
