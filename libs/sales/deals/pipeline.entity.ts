import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A way of selling: an ordered list of stages (DEA-01). */
@Entity('pipeline')
export class Pipeline {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_pipeline' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') name!: string;
  @Column('boolean', { default: false }) isDefault!: boolean;
}
