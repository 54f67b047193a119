import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { NotificationKind, OutsideChannel } from '../notification.kinds.js';

/** WAITING: not sent yet, or to be tried again. SKIPPED: not needed any more (read in the meantime, not visible any more). */
export const DELIVERY_STATUSES = ['WAITING', 'SENT', 'FAILED', 'SKIPPED'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One notification on one way out of the product, to one place: what was tried and what came of it. */
@Entity('notification_delivery')
export class NotificationDelivery {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_notification_delivery' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** Null for what goes to a channel of the whole organization. */
  @Column('uuid', { nullable: true }) notificationId!: string | null;
  @Column('uuid', { nullable: true }) userId!: string | null;
  @Column('text') channel!: OutsideChannel;
  /** The browser, for pushes: a person may have several. */
  @Column('uuid', { nullable: true }) pushSubscriptionId!: string | null;
  @Column('text') kind!: NotificationKind;
  /** Of what goes to the whole organization; a person's is in the notification. */
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) path!: string | null;
  @Column('text') effectKey!: string;
  @Column('text', { default: 'WAITING' }) status!: DeliveryStatus;
  /** Whether it waits for the next collection of mails. */
  @Column('boolean', { default: false }) digest!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) dueAt!: Date;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) lastAttemptAt!: Date | null;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  /** The mail in the outbox that carries it. */
  @Column('uuid', { nullable: true }) mailId!: string | null;
  /** The record that mail quotes: the notification may have moved on to the next message of a channel. */
  @Column('uuid', { nullable: true }) recordId!: string | null;
}
