import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** People of a department who work together; TEAM scope reaches its members' and its lead's records. */
@Entity('team')
export class Team {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_team' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') name!: string;
  @Column('uuid') departmentId!: string;
  @Column('uuid', { nullable: true }) leadId!: string | null;
}
