'use client';
import { useQuery } from '@apollo/client/react';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { type LeadFormFieldKey, PublicLeadFormDocument, type PublicLeadFormQuery, SubmitLeadFormDocument } from '@/gql/leads/public-form';
import { toFailure } from '@/graphql';
import { DateField, Form, FormSummary, MoneyField, SubmitButton, TextAreaField, TextField, useMutationForm } from '@/kit';
import { Checkbox, ErrorState, LoadingNotice, NotFoundState, Skeleton } from '@/ui';

type OpenForm = NonNullable<PublicLeadFormQuery['leadForm']>;

/** Stage 1: a stranger asks for something. */
export function PublicFormScreen({ slug }: { slug: string }) {
  // Each visit opens the form afresh: its token is good for one submission.
  const { data, error, refetch } = useQuery(PublicLeadFormDocument, { variables: { slug }, fetchPolicy: 'network-only', context: { anonymous: true } });
  const [reference, setReference] = useState<string | null>(null);
  const form = data?.leadForm ?? null;
  const failure = error && !form ? toFailure(error) : null;
  if (failure?.code === 'NOT_FOUND') return <NotFoundState page what="form" text="The address may be mistyped, or the form is closed. Ask whoever gave you the link." />;
  if (failure) return <ErrorState page text={failure.message} onRetry={() => void refetch()} />;
  if (!form) return <div aria-busy="true" className="flex flex-col gap-4 py-8"><LoadingNotice what="form" /><Skeleton className="h-8 w-2/3" /><Skeleton className="h-40 w-full" /></div>;
  return (
    <article className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <p className="text-sm text-muted">{form.organizationName}</p>
        <h1 className="text-xl font-semibold text-balance">{form.title}</h1>
        {form.introduction && !reference ? <p className="whitespace-pre-wrap text-muted">{form.introduction}</p> : null}
      </header>
      {reference ? <Thanks form={form} reference={reference} /> : <Questions form={form} onSent={setReference} />}
    </article>
  );
}

function Thanks({ form, reference }: { form: OpenForm; reference: string }) {
  return (
    <section role="status" className="flex items-start gap-3 rounded-lg bg-success-soft p-5 text-success-text">
      <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="flex flex-col gap-2">
        <h2 className="font-semibold">Thank you, it arrived</h2>
        <p className="text-sm whitespace-pre-wrap">{form.thanks ?? `${form.organizationName} will get back to you.`}</p>
        <p className="text-sm">Your reference: <strong className="tabular text-base tracking-wide">{reference}</strong></p>
      </div>
    </section>
  );
}

/** Where the visitor came from, as the page's own address says. */
function campaignOf(): { campaign: string | null; medium: string | null; referrer: string | null } {
  const parameters = new URLSearchParams(window.location.search);
  return { campaign: parameters.get('utm_campaign'), medium: parameters.get('utm_medium'), referrer: document.referrer.slice(0, 500) || null };
}

function Questions({ form: open, onSent }: { form: OpenForm; onSent: (reference: string) => void }) {
  const form = useMutationForm({
    document: SubmitLeadFormDocument,
    defaults: { name: '', company: '', email: '', phone: '', website: '', services: [] as string[], requirements: '', wishedDate: null as string | null, budget: null as string | null, homepage: '' },
    variables: ({ name, company, email, phone, website, requirements, ...values }) => ({
      input: {
        token: open.token, name: name.trim() || null, company: company.trim() || null, email: email.trim() || null, phone: phone.trim() || null, website: website.trim() || null,
        requirements: requirements.trim() || null, services: values.services, wishedDate: values.wishedDate || null, homepage: values.homepage || null,
        budget: values.budget ? { amountMinor: values.budget, currency: open.currency } : null, ...campaignOf(),
      },
    }),
    select: (data) => data.submitLeadForm,
    paths: { 'budget.amountMinor': 'budget' },
    // The token is the key: sending the same form again answers the same reference.
    idempotent: false,
    anonymous: true,
    onDone: ({ reference }) => {
      if (reference) onSent(reference);
    },
  });
  return (
    <Form form={form} className="gap-5 rounded-lg border bg-raised p-5 sm:p-7">
      {open.fields.map(({ key, required }) => <Question key={key} name={key} required={required} form={open} />)}
      {/* People do not see it; programs fill it in. */}
      <div aria-hidden="true" className="absolute -left-[9999px] h-0 overflow-hidden"><label>Leave this empty<input type="text" tabIndex={-1} autoComplete="off" {...form.methods.register('homepage')} /></label></div>
      <FormSummary />
      <div className="flex flex-col gap-3"><SubmitButton size="lg" className="self-start">Send</SubmitButton><p className="text-xs text-muted">{open.organizationName} uses what you write to answer you, and for nothing else.</p></div>
    </Form>
  );
}

function Question({ name, required, form }: { name: LeadFormFieldKey; required: boolean; form: OpenForm }) {
  switch (name) {
    case 'NAME': return <TextField name="name" label="Your name" required={required} autoComplete="name" />;
    case 'COMPANY': return <TextField name="company" label="Company" required={required} autoComplete="organization" />;
    case 'EMAIL': return <TextField name="email" label="E-mail" type="email" required={required} autoComplete="email" />;
    case 'PHONE': return <TextField name="phone" label="Telephone" type="tel" required={required} autoComplete="tel" />;
    case 'WEBSITE': return <TextField name="website" label="Web site" required={required} autoComplete="url" placeholder="example.org" />;
    case 'SERVICES': return <Services services={form.services} required={required} />;
    case 'REQUIREMENTS': return <TextAreaField name="requirements" label="What do you need?" required={required} rows={5} />;
    case 'WISHED_DATE': return <DateField name="wishedDate" label="When would you like it?" required={required} min={new Date().toISOString().slice(0, 10)} />;
    case 'BUDGET': return <MoneyField name="budget" label="Budget" currency={form.currency} required={required} />;
  }
}

function Services({ services, required }: { services: OpenForm['services']; required: boolean }) {
  const { field, fieldState } = useController({ name: 'services', rules: { validate: (value: string[]) => !required || value.length > 0 || 'Choose at least one' } });
  const chosen = field.value as string[];
  const toggle = (key: string, on: boolean) => field.onChange(on ? [...chosen, key] : chosen.filter((each) => each !== key));
  return (
    <fieldset className="flex flex-col gap-1.5" aria-describedby={fieldState.error ? 'services-problem' : undefined}>
      <legend className="mb-1.5 text-xs font-medium text-muted">What is it about?{required ? <span aria-hidden className="text-danger-text"> *</span> : null}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {services.map((service, index) => (
          <label key={service.key} className="flex items-center gap-2.5 rounded-md border px-3 py-2.5 text-sm hover:bg-hover has-[[data-state=checked]]:border-accent has-[[data-state=checked]]:bg-accent-soft">
            <Checkbox ref={index === 0 ? field.ref : undefined} checked={chosen.includes(service.key)} onCheckedChange={(on) => toggle(service.key, on === true)} onBlur={field.onBlur} />
            {service.label}
          </label>
        ))}
      </div>
      {fieldState.error ? <p id="services-problem" className="text-xs text-danger-text">{fieldState.error.message}</p> : null}
    </fieldset>
  );
}
