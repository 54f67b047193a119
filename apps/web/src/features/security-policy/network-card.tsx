'use client';
import { CircleCheck, CircleX, Plus, ShieldAlert, X } from 'lucide-react';
import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { SwitchField, TextField } from '@/kit';
import { Button, Field, Input } from '@/ui';
import { SettingsCard } from '../shared/settings-card';
import { type PolicyCardProps, usePolicyForm } from './use-policy-form';

interface Values {
  allowedNetworks: string[];
  adminsNeedNetwork: boolean;
  blockedCountries: string;
}

const NAMES = { allowedNetworks: 'Allowed networks', adminsNeedNetwork: 'Administrators too', blockedCountries: 'Closed countries' } as const;

/** From where staff get in (IAM-05), with one's own address; the refusal that keeps one from locking oneself out says how to go on. */
export function NetworkCard({ policy, readOnly, onReload }: PolicyCardProps) {
  const stored: Values = { allowedNetworks: [...policy.allowedNetworks], adminsNeedNetwork: policy.adminsNeedNetwork, blockedCountries: policy.blockedCountries.join(', ') };
  const form = usePolicyForm<Values>(policy, stored, ({ blockedCountries, ...values }) => ({ ...values, blockedCountries: blockedCountries.split(/[\s,;]+/).filter(Boolean) }));
  const { details } = form.failure ?? {};
  const shutOut = typeof details === 'object' && details !== null && 'reason' in details && details.reason === 'OWN_NETWORK';
  const address = policy.presentAddress ?? null;
  const addOwn = () => {
    if (!address) return;
    form.methods.setValue('allowedNetworks', [...form.methods.getValues('allowedNetworks'), address], { shouldDirty: true });
    void form.submit();
  };
  return (
    <SettingsCard
      title="Networks" form={form} stored={stored} names={NAMES} onReload={onReload} readOnly={readOnly}
      notice={shutOut ? (
        <div role="alert" className="flex gap-3 rounded-lg bg-danger-soft p-3 text-sm text-danger-text">
          <ShieldAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
          <div className="flex flex-col items-start gap-2">
            <p><strong className="font-semibold">You would lock yourself out.</strong> You are at {address ?? 'an unknown address'}, which is in none of these networks. Nothing was saved.</p>
            {address ? <Button size="sm" onClick={addOwn}>Add {address} and save</Button> : null}
          </div>
        </div>
      ) : undefined}
    >
      <p className="text-sm text-muted">Staff sign in and work from these networks only. Clients come from anywhere; every request is checked, and open pages close when their network goes.</p>
      <div className="flex items-center gap-2.5 rounded-md border px-3 py-2 text-sm">
        {policy.presentAddressInside ? <CircleCheck aria-hidden className="size-4 shrink-0 text-success-text" /> : <CircleX aria-hidden className="size-4 shrink-0 text-warning-text" />}
        <span className="min-w-0">You are at <strong className="font-mono font-medium break-all">{address ?? 'an unknown address'}</strong>, {policy.presentAddressInside ? 'inside the networks that are saved.' : 'outside the networks that are saved.'}</span>
      </div>
      <NetworkList address={address} readOnly={readOnly} explained={shutOut} />
      <SwitchField name="adminsNeedNetwork" label="Administrators too" hint="They then get in from these networks only." />
      <TextField name="blockedCountries" label="Nobody signs in from these countries" hint="Two letters each, such as KP, XX. Needs the operator’s list of countries." placeholder="None" />
    </SettingsCard>
  );
}

/** @param explained whether the card itself says what is wrong */
function NetworkList({ address, readOnly, explained }: { address: string | null; readOnly: boolean; explained: boolean }) {
  const { control } = useFormContext<Values>();
  const { field, fieldState } = useController({ name: 'allowedNetworks', control });
  const [typed, setTyped] = useState('');
  const networks = field.value;
  const add = (network: string) => {
    const clean = network.trim();
    if (clean && !networks.includes(clean)) field.onChange([...networks, clean]);
    setTyped('');
  };
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label="Allowed networks" className="flex flex-col divide-y rounded-md border">
        {networks.map((network) => (
          <li key={network} className="flex min-h-9 items-center justify-between gap-2 pr-1 pl-3 font-mono text-sm">
            <span className="break-all">{network}</span>
            {readOnly ? null : <Button variant="ghost" size="icon-sm" aria-label={`Remove ${network}`} onClick={() => field.onChange(networks.filter((other) => other !== network))}><X aria-hidden className="size-4" /></Button>}
          </li>
        ))}
        {networks.length === 0 ? <li className="px-3 py-2 text-sm text-warning-text">No network: no member of staff could work.</li> : null}
      </ul>
      {readOnly ? null : (
        <Field label="Add a network" hint="An address or a range: 203.0.113.0/24 or 2001:db8::/32." error={explained ? null : fieldState.error?.message}>
          {(control_) => (
            <div className="flex flex-wrap gap-2">
              <div className="min-w-0 flex-1 basis-48">
                <Input {...control_} ref={field.ref} className="font-mono" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
                  event.preventDefault();
                  add(typed);
                }} />
              </div>
              <Button icon={<Plus aria-hidden className="size-3.5" />} onClick={() => add(typed)}>Add</Button>
              {address && !networks.includes(address) ? <Button onClick={() => add(address)}>Add my address</Button> : null}
            </div>
          )}
        </Field>
      )}
    </div>
  );
}
