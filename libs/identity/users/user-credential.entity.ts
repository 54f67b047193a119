import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's password hash; the application can write it but reads it only through `app.find_sign_in`. */
@Entity('user_credential')
export class UserCredential {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_credential' }) userId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text', { select: false }) passwordHash!: string;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
}
