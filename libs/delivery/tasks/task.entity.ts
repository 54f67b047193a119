import { NodeColumns } from '@throughline/delivery/progress';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A piece of work, or with sub-tasks a node that holds pieces of work (TAS-01). */
@Entity('task')
export class Task extends NodeColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') projectId!: string;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  /** Top-level tasks only. */
  @Column('uuid', { nullable: true }) milestoneId!: string | null;
  @Column('numeric') position!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { default: 'NORMAL' }) priority!: string;
  @Column('text', { array: true, default: () => "'{}'" }) labels!: string[];
  @Column('date', { nullable: true }) startOn!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('integer', { nullable: true }) estimateMinutes!: number | null;
  @Column('integer', { nullable: true }) points!: number | null;
  @Column('bigint') weight!: string;
  @Column('integer', { default: 0 }) report!: number;
  @Column('text', { default: 'TODO' }) ownStatus!: string;
  @Column('boolean', { default: false }) cancelled!: boolean;
  @Column('boolean', { default: false }) requiresReview!: boolean;
  @Column('boolean', { default: false }) reviewAccepted!: boolean;
  @Column('text', { nullable: true }) overrideStatus!: string | null;
  @Column('text', { nullable: true }) overrideReason!: string | null;
  /** What ancestors count. */
  @Column('text', { default: 'TODO' }) derivedStatus!: string;
  /** What people see. */
  @Column('text', { default: 'TODO' }) status!: string;
  @Column('text', { nullable: true }) statusReason!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) statusSince!: Date;
  @Column('timestamptz', { nullable: true }) completedAt!: Date | null;
  @Column('integer', { default: 0 }) returns!: number;
  @Column('boolean', { default: false }) sharedWithClient!: boolean;
  @Column('uuid', { nullable: true }) reviewerId!: string | null;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('uuid') customerId!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) teamId!: string | null;
}
