import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person belongs to a department; there can be several. */
@Entity('user_department')
export class UserDepartment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_department' }) userId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_department' }) departmentId!: string;
  @Column('uuid') organizationId!: string;
}

/** A person works in a team. */
@Entity('team_member')
export class TeamMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_team_member' }) teamId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_team_member' }) userId!: string;
  @Column('uuid') organizationId!: string;
}
