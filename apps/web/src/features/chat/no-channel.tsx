import { MessagesSquare } from 'lucide-react';
import { EmptyState } from '@/ui/states';

/** Beside the list, while nothing is chosen. */
export function NoChannel({ client = false }: { client?: boolean }) {
  return (
    <div className="flex flex-1 items-center justify-center">
      <EmptyState
        icon={<MessagesSquare />}
        title={client ? 'Choose a conversation' : 'Choose a channel'}
        text={client ? 'Each project has its own. Whatever you write reaches the people who work on it.' : 'Alt and the arrow keys go to the next one with something unread; Ctrl or Cmd and K finds channels and people.'}
      />
    </div>
  );
}
