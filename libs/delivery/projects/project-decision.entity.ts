import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A judgement on a submitted project (PRO-04); never changed, a re-submission gets a new one. */
@Entity('project_decision')
export class ProjectDecision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_decision' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') projectId!: string;
  @Column('text') decision!: string;
  @Column('text') feasibility!: string;
  @Column('text') budget!: string;
  @Column('text') resources!: string;
  @Column('text') risk!: string;
  @Column('text', { nullable: true }) conditions!: string | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) decidedAt!: Date;
}
