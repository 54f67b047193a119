'use client';
import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { SignInOptionsDocument } from '@/gql/session/sign-on';
import { Button } from '@/ui/button';

const DOMAIN = /@([^\s@]+\.[^\s@]{2,})$/;
const TYPING_MS = 400;

/** What `?problem=` of single sign-on means, and what to do. */
const PROBLEMS: Readonly<Record<string, string>> = {
  UNAVAILABLE: 'Single sign-on cannot be reached at the moment. Sign in another way, or tell an administrator.',
  EXPIRED: 'That sign-in took too long or was begun in another browser. Start again.',
  NOT_PROVED: 'The provider did not confirm who you are. Start again, or tell an administrator.',
  NO_ACCOUNT: 'There is no account here for you. Ask an administrator to invite you.',
  EMAIL_NOT_VERIFIED: 'The provider does not vouch for your e-mail address. Verify it there, then try again.',
  NOT_ALLOWED: 'You cannot sign in by this provider. Sign in another way, or ask an administrator.',
  NETWORK_NOT_ALLOWED: 'You cannot work from this network. Use one of your organization’s networks.',
  TWO_FACTOR_REQUIRED: 'Your session showed up from another program or place. Sign in to go on; you come back to the same page.',
  DEVICE_NOT_ALLOWED: 'Your organization lets people in on approved devices only. Sign in with your password here to have it approved.',
  BUSY: 'That was tried too often. Wait a while and try again.',
};

/** A sentence about single sign-on that ended without a session, or a session that could not go on. */
export function SignOnProblem() {
  const problem = useSearchParams().get('problem');
  if (!problem) return null;
  return <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-sm text-danger-text">{PROBLEMS[problem] ?? 'Single sign-on did not work. Start again.'}</p>;
}

/** Single sign-on for the organization of the page's address (`?organization=`), or for the domain of the e-mail that was typed. */
export function SignOnButtons({ email, next }: { email: string; next: string | null }) {
  const organization = useSearchParams().get('organization');
  const [domain, setDomain] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDomain(DOMAIN.exec(email.trim())?.[1]?.toLowerCase() ?? null), TYPING_MS);
    return () => clearTimeout(timer);
  }, [email]);
  // Only the domain leaves the page: nothing is asked about a person.
  const { data } = useQuery(SignInOptionsDocument, { variables: { email: domain ? `somebody@${domain}` : null, organization }, skip: !domain && !organization });
  const options = domain || organization ? (data?.signInOptions ?? []) : [];
  if (options.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 border-t pt-4" role="group" aria-label="Single sign-on">
      {options.map(({ id, name, startAddress }) => (
        <Button key={id} size="lg" className="w-full" onClick={() => window.location.assign(next ? `${startAddress}?next=${encodeURIComponent(next)}` : startAddress)}>
          Sign in with {name}
        </Button>
      ))}
    </div>
  );
}
