'use client';
import { useCan, useViewer } from '@/session';
import { RecordChat } from './record-chat';

/** The conversation about a project, on the client's page of it. */
export default function PortalTalk({ projectId }: { projectId: string }) {
  const viewer = useViewer();
  if (!useCan('channel.read')) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-md font-semibold">Talk with {viewer.organization.name}</h2>
      <RecordChat subject="project" recordId={projectId} what="project" client />
    </section>
  );
}
