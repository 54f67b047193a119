import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { RiskAnswer } from './security-policy.js';

/** How people get in and stay in; one row for each organization, made with it, with its id. */
@Entity('security_policy')
export class SecurityPolicyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_security_policy' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
  @Column('cidr', { array: true, default: () => 'app.default_networks()' }) allowedNetworks!: string[];
  @Column('boolean', { default: false }) adminsNeedNetwork!: boolean;
  @Column('text', { array: true, default: '{}' }) secondFactorFor!: string[];
  @Column('integer', { default: 12 }) passwordMinLength!: number;
  @Column('integer', { default: 5 }) passwordHistory!: number;
  @Column('boolean', { default: true }) passwordRefuseCommon!: boolean;
  @Column('integer', { default: 480 }) adminIdleMinutes!: number;
  @Column('integer', { default: 1_440 }) adminLongestMinutes!: number;
  @Column('integer', { default: 720 }) employeeIdleMinutes!: number;
  @Column('integer', { default: 10_080 }) employeeLongestMinutes!: number;
  @Column('integer', { default: 10_080 }) clientIdleMinutes!: number;
  @Column('integer', { default: 43_200 }) clientLongestMinutes!: number;
  @Column('boolean', { default: false }) registeredDevicesRequired!: boolean;
  @Column('boolean', { default: false }) selfRegistration!: boolean;
  @Column('text', { array: true, default: '{}' }) blockedCountries!: string[];
  @Column('text', { default: 'STEP_UP' }) riskAnswer!: RiskAnswer;
}
