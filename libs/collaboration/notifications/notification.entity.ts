import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { NotificationKind } from './notification.kinds.js';

/** Something one person is told. Made from an event, once (`effect_key`). */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_notification' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') userId!: string;
  @Column('text') kind!: NotificationKind;
  /** Why this person is told, in words: `You were assigned`. */
  @Column('text') reason!: string;
  /** The record it is about, as in permissions and events; null for what is about the account or the organization. */
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  /** Where the record lies: the channel of a message, the project of a task. */
  @Column('uuid', { nullable: true }) contextId!: string | null;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) body!: string | null;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  /** Position of the event in the organization's log. */
  @Column('bigint') eventPosition!: string;
  /** Unique: what was told is not told again. */
  @Column('text') effectKey!: string;
  /** What of the same may be added to while it is unread: messages of one channel. */
  @Column('text', { nullable: true }) groupKey!: string | null;
  @Column('integer', { default: 1 }) times!: number;
  /** Shown in the alert panel until it is done. */
  @Column('boolean', { default: false }) urgent!: boolean;
  /** Whether it stands in the inbox: somebody may want a kind by mail only. */
  @Column('boolean', { default: true }) inApp!: boolean;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('timestamptz', { nullable: true }) snoozedUntil!: Date | null;
}
