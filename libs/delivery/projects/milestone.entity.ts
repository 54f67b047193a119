import { NodeColumns } from '@throughline/delivery/progress';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A dated step of a project; its sums are those of its tasks (PRO-05). */
@Entity('milestone')
export class Milestone extends NodeColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_milestone' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') projectId!: string;
  @Column('numeric') position!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text', { default: 'TODO' }) status!: string;
  @Column('boolean', { default: false }) sharedWithClient!: boolean;
  @Column('uuid') customerId!: string;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) teamId!: string | null;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
}
