'use client';
import { useWatch } from 'react-hook-form';
import { CreateSignInProviderDocument, type SignInProviderKind, type SignInProviderTier, UpdateSignInProviderDocument } from '@/gql/single-sign-on/single-sign-on';
import { FormDialog, SelectField, SwitchField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { choices } from '../people/people-words';
import { usePeopleChoices } from '../people/use-people-choices';
import { TickListField } from '../shared/tick-list-field';
import type { ProviderRow } from './providers-screen';
import { kindLabel, tierLabel } from './provider-words';

interface Values {
  kind: SignInProviderKind;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  signInAddress: string;
  certificate: string;
  metadata: string;
  emailDomains: string;
  tiers: string[];
  trustsSecondFactor: boolean;
  provisionRole: string;
  active: boolean;
  requiresEncryption: boolean;
}

const NOBODY = 'NONE';

const valuesOf = (provider: ProviderRow | null): Values => ({
  kind: provider?.kind ?? 'OIDC', name: provider?.name ?? '', issuer: provider?.issuer ?? '', clientId: provider?.clientId ?? '', clientSecret: '', signInAddress: provider?.signInAddress ?? '',
  certificate: provider?.certificates.join('\n') ?? '', metadata: '', emailDomains: provider?.emailDomains.join(', ') ?? '', tiers: [...(provider?.tiers ?? ['EMPLOYEE'])],
  trustsSecondFactor: provider?.trustsSecondFactor ?? false, provisionRole: provider?.provisionRole?.id ?? NOBODY, active: provider?.active ?? true,
  requiresEncryption: provider?.requiresEncryption ?? false,
});

/** Several certificates may stand one behind the other while they change. */
const certificatesOf = (text: string) => text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? (text.trim() ? [text.trim()] : []);

const inputOf = (values: Values) => ({
  name: values.name.trim(), issuer: values.issuer.trim() || null, emailDomains: values.emailDomains.split(/[\s,;]+/).filter(Boolean), tiers: values.tiers as SignInProviderTier[],
  trustsSecondFactor: values.trustsSecondFactor, provisionRoleId: values.provisionRole === NOBODY ? null : values.provisionRole, active: values.active,
  ...(values.kind === 'OIDC'
    ? { clientId: values.clientId.trim(), ...(values.clientSecret ? { clientSecret: values.clientSecret } : {}) }
    : { signInAddress: values.signInAddress.trim() || null, certificates: certificatesOf(values.certificate), metadata: values.metadata.trim() || null, requiresEncryption: values.requiresEncryption }),
});

/** A provider of single sign-on, new or to change. */
export function ProviderForm({ provider, onClose }: { provider: ProviderRow | null; onClose: () => void }) {
  const roles = usePeopleChoices().roles.filter(({ tiers }) => tiers.includes('EMPLOYEE') && !tiers.includes('ADMIN'));
  const shared = {
    defaults: valuesOf(provider), paths: { certificates: 'certificate', provisionRoleId: 'provisionRole' } as const, refetch: ['SignInProviders'],
    onDone: (_payload: unknown, { name }: Values) => {
      notify.success(provider ? `${name} was changed` : `${name} was added`);
      onClose();
    },
  };
  const create = useMutationForm({ ...shared, document: CreateSignInProviderDocument, variables: (values: Values) => ({ input: { kind: values.kind, ...inputOf(values) } }), select: (data) => data.createSignInProvider });
  const update = useMutationForm({ ...shared, document: UpdateSignInProviderDocument, variables: (values: Values) => ({ input: { id: provider?.id ?? '', version: provider?.version ?? 0, ...inputOf(values) } }), select: (data) => data.updateSignInProvider });
  const form = provider ? update : create;
  const [kind, metadata] = useWatch({ control: form.methods.control, name: ['kind', 'metadata'] });
  const pasted = kind === 'SAML' && metadata.trim() !== '';
  return (
    <FormDialog open onOpenChange={onClose} size="lg" title={provider ? `Change ${provider.name}` : 'Add single sign-on'} submitLabel={provider ? 'Save the provider' : 'Add the provider'} form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        {provider ? null : <SelectField name="kind" label="Kind" options={choices(kindLabel)} />}
        <TextField name="name" label="Name" required autoComplete="off" hint="On the button: Sign in with …" />
        <TextField name="issuer" label={kind === 'OIDC' ? 'Issuer' : 'Entity id'} required={!pasted} autoComplete="off" placeholder={kind === 'OIDC' ? 'https://login.example.com' : pasted ? 'From the metadata' : undefined} />
        {kind === 'OIDC' ? (
          <>
            <TextField name="clientId" label="Client id" required autoComplete="off" />
            <TextField name="clientSecret" label="Client secret" type="password" autoComplete="off" hint={provider?.hasClientSecret ? 'One is kept. Leave empty to keep it.' : undefined} />
          </>
        ) : <TextField name="signInAddress" label="Sign-in address" required={!pasted} autoComplete="off" placeholder={pasted ? 'From the metadata' : undefined} hint="HTTP-Redirect binding." />}
      </div>
      {kind === 'SAML' ? <TextAreaField name="metadata" label="Metadata of the provider" rows={3} hint="The XML that it publishes. Then entity id, sign-in address and certificate may stay empty." /> : null}
      {kind === 'SAML' ? <TextAreaField name="certificate" label="Certificate" rows={4} hint="With its lines BEGIN CERTIFICATE and END CERTIFICATE; two while they change." /> : null}
      <TextField name="emailDomains" label="E-mail domains" autoComplete="off" placeholder="example.com" hint="Of the people who sign in by it. The sign-in page offers it to them." required={kind === 'SAML'} />
      <TickListField name="tiers" label="Who may sign in by it" options={choices(tierLabel)} empty="" />
      <SwitchField name="trustsSecondFactor" label="Trust its second step" hint="When it says that a second step was given, we ask for no code. Administrators are asked otherwise, always." />
      {kind === 'SAML' ? <SwitchField name="requiresEncryption" label="Only encrypted assertions" hint="Refuses what is signed but not encrypted to our certificate, which stands in our metadata. Switch it on once the provider encrypts." /> : null}
      <SelectField
        name="provisionRole" label="People without an account" options={[{ value: NOBODY, label: 'Do not get in' }, ...roles.map(({ id, name }) => ({ value: id, label: `Get one as ${name}` }))]}
      />
      <SwitchField name="active" label="In use" />
    </FormDialog>
  );
}
