import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** An administrator's session that looks at the product as somebody else may (ACL-05). */
@Entity('view_as')
export class ViewAs {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_view_as' }) id!: string;
  @Column('uuid') organizationId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('uuid') sessionId!: string;
  /** The administrator. */
  @Column('uuid') userId!: string;
  @Column('uuid', { nullable: true }) asUserId!: string | null;
  @Column('uuid', { nullable: true }) asRoleId!: string | null;
  @Column('text') reason!: string;
  @Column('timestamptz') endsAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
