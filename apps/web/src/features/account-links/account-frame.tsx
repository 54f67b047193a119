import type { ReactNode } from 'react';
import { SignInLookDocument } from '@/gql/session/sign-on';
import { serverQuery } from '@/graphql/server';
import { OrganizationMark } from '@/ui/organization-mark';

/** The page around everything that leads to an account: one card in the middle, in the look of the organization that it is for. */
export async function AccountFrame({ organization = null, children }: { organization?: string | null; children: ReactNode }) {
  const { data } = await serverQuery(SignInLookDocument, { organization });
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center bg-sunken px-4 py-10">
      <div className="flex w-full max-w-sm flex-col gap-6 rounded-xl border bg-raised p-6 shadow-pop sm:p-8">
        <OrganizationMark look={data?.signInLook.organization ?? null} />
        {children}
      </div>
    </main>
  );
}
