import type { Metadata } from 'next';
import { PortalProjectScreen } from '@/features/portal/portal-project-screen';
import { PortalProjectDocument } from '@/gql/portal/portal-project';
import { Seed } from '@/graphql/provider';
import { serverQuery } from '@/graphql/server';

export const metadata: Metadata = { title: 'Your project' };

/** Rendered with its figures on the server; the browser then follows every change. */
export default async function PortalProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { data } = await serverQuery(PortalProjectDocument, { id });
  return <Seed document={PortalProjectDocument} variables={{ id }} data={data}><PortalProjectScreen id={id} /></Seed>;
}
