import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { DetectedFile, ImportReport, ImportSettings } from './import.types.js';

export const IMPORT_STATUSES = ['UPLOADING', 'UPLOADED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** One file on its way to becoming leads (DAT-01). */
@Entity('lead_import')
export class LeadImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_lead_import' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** Who uploaded it, then who started it last: it runs with their rights. */
  @Column('uuid') ownerId!: string;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('text') fileName!: string;
  @Column('bigint', { default: 0 }) byteSize!: string;
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('text', { default: 'UPLOADING' }) status!: ImportStatus;
  @Column('jsonb', { nullable: true }) detected!: DetectedFile | null;
  @Column('jsonb', { nullable: true }) settings!: ImportSettings | null;
  /** Records that are over and done with; where an interrupted run goes on. */
  @Column('integer', { default: 0 }) rowsDone!: number;
  @Column('integer', { nullable: true }) rowsTotal!: number | null;
  @Column('integer', { default: 0 }) rowsCreated!: number;
  @Column('integer', { default: 0 }) rowsUpdated!: number;
  /** There already, with nothing new in the file. */
  @Column('integer', { default: 0 }) rowsUnchanged!: number;
  /** There already, and the policy says to leave them. */
  @Column('integer', { default: 0 }) rowsSkipped!: number;
  @Column('integer', { default: 0 }) rowsRefused!: number;
  @Column('jsonb', { nullable: true }) report!: ImportReport | null;
  /** Why it FAILED, for people. */
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}

/** A piece of the file; gone when the import is over. */
@Entity('lead_import_piece')
export class LeadImportPiece {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_lead_import_piece' }) importId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_lead_import_piece' }) position!: number;
  @Column('uuid') organizationId!: string;
  @Column('bytea') bytes!: Buffer;
}

/** A row that did not come in, with why. */
@Entity('lead_import_refusal')
export class LeadImportRefusal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_lead_import_refusal' }) importId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_lead_import_refusal' }) line!: number;
  @Column('uuid') organizationId!: string;
  @Column('text') problem!: string;
  @Column('jsonb') cells!: string[];
}
