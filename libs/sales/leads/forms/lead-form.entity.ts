import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { FormField, FormService } from './form-fields.js';

/** A public page where strangers ask for something (LEA-01): `/start/<slug>`. */
@Entity('lead_form')
export class LeadForm {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_lead_form' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** Unique in the installation. */
  @Column('text') slug!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) introduction!: string | null;
  @Column('text', { nullable: true }) thanks!: string | null;
  @Column('jsonb') fields!: FormField[];
  @Column('jsonb', { default: () => "'[]'" }) services!: FormService[];
  @Column('text') source!: string;
  @Column('text', { nullable: true }) campaign!: string | null;
  @Column('text', { nullable: true }) medium!: string | null;
  /** Whose queue the leads land in. */
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('boolean', { default: true }) active!: boolean;
}

/** How often somebody sent a form lately; keyed hashes only. */
@Entity('lead_form_hit')
export class LeadFormHit {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_lead_form_hit' }) organizationId!: string;
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pk_lead_form_hit' }) key!: Buffer;
  @Column('integer') hits!: number;
  @Column('timestamptz') expiresAt!: Date;
}
