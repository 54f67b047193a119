import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** The tenant: everything else carries its id. */
@Entity('organization')
export class Organization {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_organization' }) id!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('text') name!: string;
  /** Its name in addresses of public pages: `/f/<slug>/...`. */
  @Column('text') slug!: string;
  @Column('text', { default: 'USD' }) currency!: string;
  /** IANA name. */
  @Column('text', { default: 'UTC' }) timeZone!: string;
  @Column('text', { default: 'ACTIVE' }) status!: 'ACTIVE' | 'SUSPENDED';
  @Column('jsonb', { default: () => "'{}'" }) settings!: Record<string, unknown>;
  /** Moves with every change of somebody's rights; triggers do it. A bigint, so text in JavaScript. */
  @Column('bigint', { default: 1 }) accessVersion!: string;
  /** How many people it may have (ORG-07); null: any number. */
  @Column('integer', { nullable: true }) userLimit!: number | null;
  /** Founded by a stranger (IAM-01); null: by the operator. */
  @Column('timestamptz', { nullable: true }) signedUpAt!: Date | null;
}
