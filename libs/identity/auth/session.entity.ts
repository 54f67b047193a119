import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Why a session ended before its time. */
export type RevokedReason = 'SIGNED_OUT' | 'REFRESH_REUSED' | 'DEACTIVATED' | 'ENDED_BY_ADMIN';

/** One sign-in on one device and everything that followed from it: the family of its refresh tokens. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') userId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) userAgent!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) lastRefreshedAt!: Date;
  /** Idle limit: every refresh moves it on, never past `endsAt`. */
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text', { nullable: true }) revokedReason!: RevokedReason | null;
}

/** One link of a session's chain; the token itself is nowhere, only its hash. */
@Entity('refresh_token')
export class RefreshToken {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_refresh_token' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') sessionId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('bytea') tokenHash!: Buffer;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('uuid', { nullable: true }) successorId!: string | null;
  /** The successor, readable only with this very token: see `seal`. */
  @Column('bytea', { nullable: true }) successorSealed!: Buffer | null;
}

/** Sign-in attempts that did not succeed, by a keyed hash of account or address. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pk_sign_in_throttle' }) key!: Buffer;
  @Column('integer') attempts!: number;
  @Column('timestamptz') expiresAt!: Date;
}
