import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { LeadStatus } from './lead.workflow.js';
import type { Authority, Need, Rating, ScoreReason, Timeline } from './scoring/index.js';

export const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Somebody who may become a customer (LEA-01): who, from where, what they want, how far we got. */
@Entity('lead')
export class Lead {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_lead' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** What a list shows; see `displayNameOf`. */
  @Column('text') displayName!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) company!: string | null;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('text', { nullable: true }) city!: string | null;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text', { nullable: true }) externalId!: string | null;
  /** The number told to whoever filled in a form, or another system's number. */
  @Column('text', { nullable: true }) reference!: string | null;
  /** `dedupeKey(lead)`. */
  @Column('text') dedupeKey!: string;
  @Column('text', { nullable: true }) source!: string | null;
  @Column('text', { nullable: true }) campaign!: string | null;
  @Column('text', { nullable: true }) medium!: string | null;
  @Column('text', { nullable: true }) referrer!: string | null;
  @Column('uuid', { nullable: true }) formId!: string | null;
  @Column('uuid', { nullable: true }) importId!: string | null;
  /** Came by an import or seed: its past is not measured as ours. */
  @Column('boolean', { default: false }) historical!: boolean;
  @Column('text', { default: 'NEW' }) status!: LeadStatus;
  @Column('text', { nullable: true }) statusReason!: string | null;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('timestamptz', { nullable: true }) assignedAt!: Date | null;
  @Column('bigint', { nullable: true }) budgetMinor!: string | null;
  @Column('text') currency!: string;
  @Column('text', { nullable: true }) authority!: Authority | null;
  @Column('text', { nullable: true }) need!: Need | null;
  @Column('text', { nullable: true }) timeline!: Timeline | null;
  @Column('text', { default: 'COLD' }) rating!: Rating;
  @Column('text', { default: 'MEDIUM' }) priority!: Priority;
  @Column('integer', { default: 0 }) score!: number;
  @Column('jsonb', { default: () => "'[]'" }) scoreReasons!: ScoreReason[];
  @Column('integer', { default: 0 }) scoreAdjustment!: number;
  @Column('text', { nullable: true }) scoreAdjustmentReason!: string | null;
  @Column('text', { array: true, default: () => "'{}'" }) requestedServices!: string[];
  @Column('text', { nullable: true }) requirements!: string | null;
  @Column('date', { nullable: true }) wishedDate!: string | null;
  @Column('integer', { nullable: true }) visits!: number | null;
  @Column('integer', { nullable: true }) secondsOnSite!: number | null;
  @Column('double precision', { nullable: true }) pagesPerVisit!: number | null;
  @Column('text', { nullable: true }) lastActivity!: string | null;
  @Column('boolean', { default: false }) doNotEmail!: boolean;
  @Column('boolean', { default: false }) doNotCall!: boolean;
  @Column('text', { array: true, default: () => "'{}'" }) tags!: string[];
  /** Columns of an import that no field was chosen for, under their headers. */
  @Column('jsonb', { default: () => "'{}'" }) extra!: Record<string, unknown>;
  @Column('timestamptz', { nullable: true }) firstResponseAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastContactAt!: Date | null;
  @Column('timestamptz', { nullable: true }) qualifiedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('uuid', { nullable: true }) convertedCustomerId!: string | null;
  @Column('uuid', { nullable: true }) convertedContactId!: string | null;
  @Column('uuid', { nullable: true }) convertedDealId!: string | null;
}
