import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { ChannelKind } from './channel.kinds.js';

/** Where people talk: between themselves, in a department, or on a record (CHA-01). */
@Entity('channel')
export class Channel {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') kind!: ChannelKind;
  /** The record's or department's name, kept up to date; null: named after its people. */
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) topic!: string | null;
  /** The record it follows. */
  @Column('text', { nullable: true }) recordSubject!: string | null;
  @Column('uuid', { nullable: true }) recordId!: string | null;
  /** DEPARTMENT only. */
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  /** DIRECT only: both people's ids in order, so that a pair has one. */
  @Column('text', { nullable: true }) directKey!: string | null;
  /** It has a side for the client. */
  @Column('boolean', { default: false }) twoSided!: boolean;
  /** Messages so far, gap-free; what is unread is a subtraction. */
  @Column('bigint', { default: 0 }) lastSequence!: string;
  /** As clients count: the messages they can see. */
  @Column('bigint', { default: 0 }) lastClientSequence!: string;
  @Column('timestamptz', { nullable: true }) lastMessageAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastClientMessageAt!: Date | null;
  /** Readable still; nobody can speak any more. */
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  /** Messages older than this are deleted; null = as the organization decides. */
  @Column('integer', { nullable: true }) retentionDays!: number | null;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
}
