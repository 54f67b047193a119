'use client';
import { useState } from 'react';
import { FailureError } from '@/graphql';
import { Button, ConfirmDialog } from '@/ui';
import { type Project, useProjectSaver } from './use-project-saver';

/** Publishing to the client is confirmed by name; taking it back is not. */
export function ProjectSharing({ project, readOnly, onChanged }: { project: Project; readOnly: boolean; onChanged: () => void }) {
  const [asking, setAsking] = useState(false);
  const { send } = useProjectSaver(project, onChanged);
  const shared = project.sharedWithClient;
  const customer = project.customer?.name ?? 'the client';
  return (
    <span className="flex flex-1 items-center justify-between gap-2">
      {shared ? 'Yes' : 'Not yet'}
      {readOnly ? null : <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>{shared ? 'Hide' : 'Show to client'}</Button>}
      <ConfirmDialog
        open={asking} onOpenChange={setAsking} danger={shared} title={shared ? `Hide ${project.name} from ${customer}?` : `Show ${project.name} to ${customer}?`} confirmLabel={shared ? 'Hide project' : 'Show project'}
        typeToConfirm={shared ? undefined : project.name}
        body={shared ? 'It disappears from their portal at once.' : 'They see its progress, milestones and shared tasks in their portal from now on, live.'}
        onConfirm={async () => {
          const outcome = await send(project.version, { sharedWithClient: !shared });
          onChanged();
          if (!outcome.ok) throw new FailureError(outcome.failure);
        }}
      />
    </span>
  );
}
