import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** Time somebody worked on a task on a day (TIM-01). */
@Entity('time_entry')
export class TimeEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_time_entry' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') taskId!: string;
  @Column('uuid') userId!: string;
  @Column('date') workedOn!: string;
  @Column('integer') minutes!: number;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('boolean', { default: true }) billable!: boolean;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid') customerId!: string;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) teamId!: string | null;
}
