import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A person's authenticator: the secret in use and, while a new one is set up, the one that waits for its first code. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_second_factor' }) userId!: string;
  @Column('uuid') organizationId!: string;
  @Column('bytea', { nullable: true }) secretSealed!: Buffer | null;
  @Column('bytea', { nullable: true }) pendingSealed!: Buffer | null;
  /** The step of the last code that was accepted: no code of it, or of one before, is accepted again. */
  @Column('bigint', { nullable: true }) lastStep!: string | null;
  @Column('timestamptz', { nullable: true }) enrolledAt!: Date | null;
}

/** A code for the day the authenticator is lost; good once. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_recovery_code' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') userId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('bytea') codeHash!: Buffer;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
