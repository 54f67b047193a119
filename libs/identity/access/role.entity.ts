import type { Effect, GrantConditions, Scope } from '@throughline/platform/access';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A named set of grants; inherits its parent's, and the parent's parent's (ACL-02). */
@Entity('role')
export class Role {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_role' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  /** `SALES_MANAGER`: stable, for programs; see `BUILT_IN_ROLES`. */
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text', { default: '' }) description!: string;
  @Column('boolean', { default: false }) builtin!: boolean;
  /** Tiers whose people may hold it: `{CLIENT}`, or any of the others. */
  @Column('text', { array: true }) tiers!: string[];
  @Column('uuid', { nullable: true }) parentId!: string | null;
  /** Permissions whose default grants were set up once; see `RoleSetup`. */
  @Column('text', { array: true, default: () => "'{}'" }) defaultsApplied!: string[];
}

/** One line of a role. */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_role_grant' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') roleId!: string;
  /** `deal.win` */
  @Column('text') permission!: string;
  @Column('text') scope!: Scope;
  /** Only these fields; all when null. */
  @Column('text', { array: true, nullable: true }) fields!: string[] | null;
  @Column('text', { default: 'ALLOW' }) effect!: Effect;
  /** What the record or the request must be like; see `GrantConditions`. */
  @Column('jsonb', { nullable: true }) conditions!: GrantConditions | null;
}

/** A person holds a role: wherever they belong, or bound to one department and everything below it. */
@Entity('user_role')
export class UserRole {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_role' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') userId!: string;
  @Column('uuid') roleId!: string;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
}
