import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { OpeningTime } from './business-hours.js';

/** Records with numbers that people read, and the counter each has (libs/platform/database/numbers.ts). */
export const NUMBERED_RECORDS = { DEAL: 'DEAL', QUOTE: 'QUO', TICKET: 'TIC', PROJECT: 'PRJ' } as const;
export type NumberedRecord = keyof typeof NUMBERED_RECORDS;

/** How the numbers of one kind of record begin. */
export interface NumberPrefix {
  record: NumberedRecord;
  /** The counter; it goes on when the prefix changes. */
  key: string;
  prefix: string;
}

export interface Holiday {
  date: string;
  name: string;
}

/** What an organization sets for itself (ORG-01); one row each, made with the organization, with its id. */
@Entity('organization_settings')
export class OrganizationSettings {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_organization_settings' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** `#rrggbb`; null: the product's own. */
  @Column('text', { nullable: true }) brandColour!: string | null;
  @Column('text', { nullable: true }) accentColour!: string | null;
  /** Stands for the logo where there is no image. */
  @Column('text', { nullable: true }) logoText!: string | null;
  /** Where its mails come from; null: MAIL_FROM. */
  @Column('text', { nullable: true }) senderAddress!: string | null;
  /** A clean PNG image. */
  @Column('bytea', { nullable: true }) logo!: Buffer | null;
  @Column('jsonb') businessHours!: OpeningTime[];
  @Column('jsonb', { default: () => "'[]'" }) holidays!: Holiday[];
  @Column('jsonb') numberPrefixes!: NumberPrefix[];
  /** Business minutes that a hand-off may take to be accepted. */
  @Column('integer', { default: 480 }) handOffMinutes!: number;
}
