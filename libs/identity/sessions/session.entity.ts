import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Why a session ended before its time. */
export const REVOKED_REASONS = [
  'SIGNED_OUT', 'REFRESH_REUSED', 'DEACTIVATED', 'ENDED_BY_OWNER', 'ENDED_BY_ADMIN', 'PASSWORD_CHANGED', 'SECOND_FACTOR_CHANGED', 'DEVICE_REVOKED', 'RISK',
] as const;
export type RevokedReason = (typeof REVOKED_REASONS)[number];

/** With what the person got in. */
export const SIGN_IN_METHODS = ['PASSWORD', 'LINK', 'INVITATION', 'OIDC', 'SAML', 'API_KEY'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

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
  /** Idle limit: every refresh moves it on by `idleMinutes`, never past `endsAt`. */
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text', { nullable: true }) revokedReason!: RevokedReason | null;
  @Column('text', { default: 'PASSWORD' }) method!: SignInMethod;
  /** When its person last proved who they are: at sign-in, or since by password or code. */
  @Column('timestamptz', { default: () => 'now()' }) provedAt!: Date;
  @Column('integer', { default: 10_080 }) idleMinutes!: number;
  /** The browser's cookie that made it known to its person; see `KnownDevice`. */
  @Column('uuid', { nullable: true }) knownDeviceId!: string | null;
  /** The approved device it was opened on, where the organization asks for one. */
  @Column('uuid', { nullable: true }) registeredDeviceId!: string | null;
  /** Where it was seen last, by the operator's list of networks. */
  @Column('text', { nullable: true }) country!: string | null;
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
