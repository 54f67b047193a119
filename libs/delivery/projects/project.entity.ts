import { NodeColumns } from '@throughline/delivery/progress';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A project: the root of a work tree, or a part of another project (PRO-01, PRO-03). */
@Entity('project')
export class Project extends NodeColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') number!: string;
  @Column('text') name!: string;
  @Column('text', { default: 'DRAFT' }) status!: string;
  @Column('text', { nullable: true }) statusReason!: string | null;
  /** Derived from the children alone; what a parent project counts. */
  @Column('text', { default: 'TODO' }) workStatus!: string;
  @Column('text', { default: 'ESTIMATE' }) progressMode!: string;
  @Column('uuid', { nullable: true }) parentProjectId!: string | null;
  @Column('uuid') customerId!: string;
  @Column('uuid', { nullable: true }) dealId!: string | null;
  @Column('uuid', { nullable: true }) ticketId!: string | null;
  @Column('uuid', { nullable: true }) quoteId!: string | null;
  @Column('uuid', { nullable: true }) categoryId!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) teamId!: string | null;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('text', { nullable: true }) scope!: string | null;
  @Column('text', { array: true, default: () => "'{}'" }) tags!: string[];
  @Column('bigint', { nullable: true }) budgetMinor!: string | null;
  @Column('text') currency!: string;
  @Column('date', { nullable: true }) startOn!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('boolean', { default: false }) sharedWithClient!: boolean;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) deliveredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
}
