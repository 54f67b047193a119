import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelNotify, MemberRole } from './channel.kinds.js';

/** A person belongs to a channel of members, or was added to a department's. */
@Entity('channel_member')
export class ChannelMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_member' }) channelId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_member' }) userId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text', { default: 'MEMBER' }) role!: MemberRole;
  @Column('timestamptz', { default: () => 'now()' }) joinedAt!: Date;
}

/** How far somebody has read, and how they want to be told. */
@Entity('channel_reader')
export class ChannelReader {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_reader' }) channelId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_reader' }) userId!: string;
  @Column('uuid') organizationId!: string;
  @Column('bigint', { default: 0 }) lastReadSequence!: string;
  @Column('bigint', { default: 0 }) lastReadClientSequence!: string;
  @Column('timestamptz', { nullable: true }) lastReadAt!: Date | null;
  /** When something new of what the client sees was read: what clients are told of. */
  @Column('timestamptz', { nullable: true }) lastReadClientAt!: Date | null;
  @Column('text', { default: 'ALL' }) notify!: ChannelNotify;
  @Column('boolean', { default: false }) starred!: boolean;
  @Column('boolean', { default: true }) following!: boolean;
}

/** A message that names somebody who has not read it yet. */
@Entity('channel_mention')
export class ChannelMention {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_mention' }) channelId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_mention' }) userId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_channel_mention' }) sequence!: string;
  @Column('uuid') organizationId!: string;
}

/** What an organization decides for all its channels. */
@Entity('channel_settings')
export class ChannelSettings {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_settings' }) organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  /** Messages older than this are deleted; null = they stay. */
  @Column('integer', { nullable: true }) retentionDays!: number | null;
}
