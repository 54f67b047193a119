import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { NotificationKind } from '../notification.kinds.js';

/** What can be connected: a Slack channel, a Teams channel, a sender of text messages, and the organization's key for pushes. */
export const ADAPTERS = ['SLACK', 'TEAMS', 'SMS', 'PUSH'] as const;
export type Adapter = (typeof ADAPTERS)[number];

/** One connection of an organization to the outside; its secrets are sealed. */
@Entity('notification_adapter')
export class NotificationAdapter {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_notification_adapter' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') adapter!: Adapter;
  @Column('boolean', { default: true }) active!: boolean;
  /** SLACK and TEAMS: which kinds go to the organization's channel. */
  @Column('text', { array: true, default: () => "'{}'" }) kinds!: NotificationKind[];
  /** The settings as JSON, sealed. */
  @Column('bytea') sealed!: Buffer;
}
