import type { Metadata } from 'next';
import { AccountFrame } from '@/features/account-links/account-frame';
import { RegisterScreen } from '@/features/account-links/register-screen';

export const metadata: Metadata = { title: 'Create an account', robots: { index: false } };

export default async function RegisterPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  return (
    <AccountFrame organization={organization}>
      <RegisterScreen organization={organization} />
    </AccountFrame>
  );
}
