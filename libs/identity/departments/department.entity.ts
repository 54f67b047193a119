import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** What a department is for; decides the stages it serves (product.md, "The nine stages"). */
export const DEPARTMENT_KINDS = [
  'SALES', 'SUPPORT', 'DELIVERY', 'QA', 'MARKETING', 'CLIENT_SERVICES', 'HR', 'ACCOUNTING', 'ADMINISTRATION',
] as const;
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number];

/** Stages that a new department of a kind serves unless said otherwise. */
export const STAGES_OF_KIND: Readonly<Record<DepartmentKind, readonly number[]>> = {
  MARKETING: [1], SALES: [1, 2, 3], SUPPORT: [4, 5, 6], DELIVERY: [7, 8, 9], QA: [9], CLIENT_SERVICES: [], HR: [], ACCOUNTING: [], ADMINISTRATION: [],
};

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
  /** Which of the nine stages it serves. */
  @Column('smallint', { array: true, default: () => "'{}'" }) stages!: number[];
  /** Not used any more; what it did stays. */
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
}
