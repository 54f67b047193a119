import type { Metadata } from 'next';
import { SignInLookDocument } from '@/gql/session/sign-on';
import { serverQuery } from '@/graphql/server';
import { SignInFlow } from '@/session/sign-in-flow';
import { OrganizationMark } from '@/ui/organization-mark';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[]; organization?: string | string[] }> }) {
  const { next, organization } = await searchParams;
  const { data } = await serverQuery(SignInLookDocument, { organization: typeof organization === 'string' ? organization : null });
  return (
    <main className="relative flex min-h-dvh flex-col items-center justify-center overflow-hidden bg-sunken px-4 py-10">
      {/* The line that runs through the product. */}
      <svg aria-hidden viewBox="0 0 1440 420" preserveAspectRatio="none" className="absolute inset-x-0 top-1/2 h-[26rem] w-full -translate-y-1/2 text-accent opacity-25">
        <path d="M0 330 C 300 330 380 330 560 250 S 860 60 1440 60" fill="none" stroke="currentColor" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
      </svg>
      <div className="relative flex w-full max-w-sm flex-col gap-6 rounded-xl border bg-raised p-6 shadow-pop sm:p-8">
        <OrganizationMark look={data?.signInLook.organization ?? null} />
        <SignInFlow next={typeof next === 'string' ? next : null} mayFound={data?.signInLook.mayFound ?? false} />
      </div>
    </main>
  );
}
