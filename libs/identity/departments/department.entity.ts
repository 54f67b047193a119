import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** What a department is for; decides the stages it serves (product.md, "The nine stages"). */
export const DEPARTMENT_KINDS = [
  'SALES', 'SUPPORT', 'DELIVERY', 'QA', 'MARKETING', 'CLIENT_SERVICES', 'HR', 'ACCOUNTING', 'ADMINISTRATION',
] as const;
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number];

/** A node of the organization's tree; DEPARTMENT scope reaches it and everything below it. */
@Entity('department')
export class Department {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_department' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') name!: string;
  @Column('text') kind!: DepartmentKind;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('uuid', { nullable: true }) managerId!: string | null;
}
