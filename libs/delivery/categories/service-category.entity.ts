import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A kind of work the agency delivers, and the department that delivers it. */
@Entity('service_category')
export class ServiceCategory {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_service_category' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  /** Not offered any more; what names it stays. */
  @Column('boolean', { default: false }) archived!: boolean;
}
