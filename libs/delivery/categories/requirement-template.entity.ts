import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** One line of a category's onboarding checklist (TIC-02). */
@Entity('requirement_template')
export class RequirementTemplate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_requirement_template' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('uuid') categoryId!: string;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('boolean', { default: true }) required!: boolean;
}
