'use client';
import { useWatch } from 'react-hook-form';
import type { RiskAnswer } from '@/gql/security-policy/security-policy';
import { CheckboxField, NumberField, SelectField, SwitchField } from '@/kit';
import { SettingsCard } from '../shared/settings-card';
import { type PolicyCardProps, usePolicyForm } from './use-policy-form';

/** Who gives a code beside the password (IAM-04). */
export function SecondFactorCard({ policy, ...rest }: PolicyCardProps) {
  const stored = { admins: true, employees: policy.secondFactorFor.includes('EMPLOYEE'), clients: policy.secondFactorFor.includes('CLIENT') };
  const form = usePolicyForm(policy, stored, ({ employees, clients }) => ({ secondFactorFor: [...(employees ? (['EMPLOYEE'] as const) : []), ...(clients ? (['CLIENT'] as const) : [])] }));
  return (
    <SettingsCard title="Two-step sign-in" form={form} stored={stored} names={{ employees: 'Staff', clients: 'Clients' }} {...rest}>
      <p className="text-sm text-muted">A code from an authenticator app after the password. Who has none yet sets it up at the next sign-in.</p>
      <CheckboxField name="admins" label="Administrators" hint="Always, at every sign-in." disabled />
      <CheckboxField name="employees" label="Staff" />
      <CheckboxField name="clients" label="Clients" />
    </SettingsCard>
  );
}

/** What a password must be. */
export function PasswordCard({ policy, ...rest }: PolicyCardProps) {
  const { passwordMinLength, passwordHistory, passwordRefuseCommon } = policy;
  const stored: { passwordMinLength: number | null; passwordHistory: number | null; passwordRefuseCommon: boolean } = { passwordMinLength, passwordHistory, passwordRefuseCommon };
  const form = usePolicyForm(policy, stored, (values) => values);
  return (
    <SettingsCard title="Passwords" form={form} stored={stored} names={{ passwordMinLength: 'Characters', passwordHistory: 'Earlier passwords', passwordRefuseCommon: 'Common passwords refused' }} {...rest}>
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField name="passwordMinLength" label="Characters at least" min={12} max={128} required hint="12 to 128. Length is what makes a password strong." />
        <NumberField name="passwordHistory" label="Earlier passwords that cannot come back" min={0} max={24} required hint="0 to 24." />
      </div>
      <SwitchField name="passwordRefuseCommon" label="Refuse common and breached passwords" />
    </SettingsCard>
  );
}

const TIERS = [['admin', 'Administrators'], ['employee', 'Staff'], ['client', 'Clients']] as const;
type Limits = { idleMinutes: number | null; longestMinutes: number | null };
type SessionValues = Record<'admin' | 'employee' | 'client', Limits>;

function inTime(minutes: number | null | undefined): string {
  if (!minutes) return '';
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [days && `${days} ${days === 1 ? 'day' : 'days'}`, hours && `${hours} h`, rest && `${rest} min`].filter(Boolean);
  return `= ${parts.join(' ')}`;
}

function Minutes({ name, label }: { name: string; label: string }) {
  const value = useWatch({ name }) as number | null;
  return <NumberField name={name} label={label} min={15} unit="min" required hint={inTime(value)} />;
}

/** How long people stay signed in, by tier. */
export function SessionCard({ policy, ...rest }: PolicyCardProps) {
  const limits = ({ idleMinutes, longestMinutes }: { idleMinutes: number; longestMinutes: number }): Limits => ({ idleMinutes, longestMinutes });
  const stored: SessionValues = { admin: limits(policy.adminSessions), employee: limits(policy.employeeSessions), client: limits(policy.clientSessions) };
  const whole = ({ idleMinutes, longestMinutes }: Limits) => ({ idleMinutes: idleMinutes ?? 0, longestMinutes: longestMinutes ?? 0 });
  const form = usePolicyForm<SessionValues>(policy, stored, ({ admin, employee, client }) => ({ adminSessions: whole(admin), employeeSessions: whole(employee), clientSessions: whole(client) }));
  return (
    <SettingsCard title="Sessions" form={form} stored={stored} names={{ admin: 'Administrators', employee: 'Staff', client: 'Clients' }} {...rest}>
      <p className="text-sm text-muted">After these times people sign in again. Shorter limits count for open sessions too.</p>
      {TIERS.map(([tier, label]) => (
        <fieldset key={tier} className="grid gap-3 sm:grid-cols-[8rem_1fr_1fr]">
          <legend className="sr-only">{label}</legend>
          <span aria-hidden className="text-sm font-medium sm:pt-6">{label}</span>
          <Minutes name={`${tier}.idleMinutes`} label="Without use" />
          <Minutes name={`${tier}.longestMinutes`} label="At the longest" />
        </fieldset>
      ))}
    </SettingsCard>
  );
}

const ANSWERS: { value: RiskAnswer; label: string; hint: string }[] = [
  { value: 'STEP_UP', label: 'Ask for a code', hint: 'Without a second step the session ends.' },
  { value: 'END', label: 'End the session', hint: 'The person signs in again.' },
];

/** Devices, registration and what happens when something looks stolen. */
export function DeviceCard({ policy, ...rest }: PolicyCardProps) {
  const { registeredDevicesRequired, selfRegistration, riskAnswer } = policy;
  const stored: { registeredDevicesRequired: boolean; selfRegistration: boolean; riskAnswer: RiskAnswer } = { registeredDevicesRequired, selfRegistration, riskAnswer };
  const form = usePolicyForm(policy, stored, (values) => values);
  return (
    <SettingsCard title="Devices and registration" form={form} stored={stored} names={{ registeredDevicesRequired: 'Registered devices', selfRegistration: 'Self-registration', riskAnswer: 'Stolen sessions' }} {...rest}>
      <SwitchField name="registeredDevicesRequired" label="Staff use registered devices only" hint="Each device is enrolled once and approved by an administrator." />
      <SwitchField name="selfRegistration" label="People may register themselves" hint="They get the lowest role. Off: by invitation only." />
      <SelectField name="riskAnswer" label="When a session shows up from another program or an impossible place" options={ANSWERS} />
    </SettingsCard>
  );
}
