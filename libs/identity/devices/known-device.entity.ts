import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A browser or program that somebody signed in with before, known by a random cookie of theirs. */
@Entity('known_device')
export class KnownDevice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_known_device' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') userId!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) lastSeenAt!: Date;
  @Column('bytea') tokenHash!: Buffer;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) userAgent!: string | null;
}
