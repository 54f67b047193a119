import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A step of a pipeline: its chance of winning in percent and after how many days a deal in it counts as rotten. */
@Entity('pipeline_stage')
export class PipelineStage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_pipeline_stage' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') pipelineId!: string;
  @Column('text') name!: string;
  @Column('integer') position!: number;
  @Column('integer') probability!: number;
  @Column('boolean', { default: false }) isWon!: boolean;
  @Column('boolean', { default: false }) isLost!: boolean;
  @Column('integer', { nullable: true }) rotDays!: number | null;
  /** `#rrggbb`; null: the board's own. */
  @Column('text', { nullable: true }) colour!: string | null;
}
