import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** What a project of a category usually consists of (TAS-08). */
@Entity('task_template')
export class TaskTemplate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task_template' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('uuid', { nullable: true }) categoryId!: string | null;
}

/** One task of a template, or a sub-task of one. */
@Entity('task_template_item')
export class TaskTemplateItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task_template_item' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') templateId!: string;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('integer') position!: number;
  @Column('text', { nullable: true }) milestone!: string | null;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('integer') estimateMinutes!: number;
  @Column('integer', { default: 1 }) points!: number;
  /** Days after the project's start. */
  @Column('integer') startDay!: number;
  @Column('integer') dueDay!: number;
  @Column('boolean', { default: false }) requiresReview!: boolean;
  @Column('boolean', { default: false }) sharedWithClient!: boolean;
}
