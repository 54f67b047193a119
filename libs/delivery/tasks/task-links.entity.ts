import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** Somebody works on a task. */
@Entity('task_assignee')
export class TaskAssignee {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task_assignee' }) taskId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task_assignee' }) userId!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid', { nullable: true }) assignedBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) assignedAt!: Date;
}

/** A reviewer's word on finished work (TAS-07). */
@Entity('task_review')
export class TaskReview {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task_review' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') taskId!: string;
  @Column('text') decision!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  /** A returned parent: the sub-task that was opened again or added. */
  @Column('uuid', { nullable: true }) reopenedTaskId!: string | null;
  @Column('uuid', { nullable: true }) reviewerId!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) reviewedAt!: Date;
}

/** A member asks for a sub-task, a lead decides (TAS-06). */
@Entity('task_request')
export class TaskRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task_request' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') taskId!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('integer', { nullable: true }) estimateMinutes!: number | null;
  @Column('text', { default: 'PENDING' }) status!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) requestedBy!: string | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('uuid', { nullable: true }) createdTaskId!: string | null;
  @Column('uuid') customerId!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) teamId!: string | null;
}
