import type { Weekday } from '@throughline/identity/organizations';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** What colleagues and planning know of somebody who works here (ORG-03); made with the account, with its id. */
@Entity('staff_profile')
export class StaffProfile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_staff_profile' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) location!: string | null;
  @Column('text', { nullable: true }) about!: string | null;
  /** Capacity, spread evenly over the work days. */
  @Column('integer', { default: 2400 }) weeklyMinutes!: number;
  @Column('text', { array: true, default: () => "'{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY}'" }) workDays!: Weekday[];
}

/** How well somebody can do something, 1 (beginner) to 5 (teaches others). */
@Entity('staff_skill')
export class StaffSkill {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_staff_skill' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') userId!: string;
  @Column('uuid') skillId!: string;
  @Column('integer') level!: number;
}
