'use client';
import { useQuery } from '@apollo/client/react';
import { MessagesSquare } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { OpenRecordChannelDocument, RecordChannelDocument } from '@/gql/chat/channels';
import { toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { useCan } from '@/session';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/failed-states';
import { EmptyState, ForbiddenState } from '@/ui/states';
import { notify } from '@/ui/toaster';
import { ChannelView } from './channel-view';
import { MessageSkeleton } from './message-list';
import { adaptedChannel } from './state/use-channel';

/** The talk on a record, beside it: its channel, or how to begin one. Load it where it opens. */
export function RecordChat({ subject, recordId, what, client = false }: { subject: string; recordId: string; what: string; client?: boolean }) {
  const { data, error, refetch } = useQuery(RecordChannelDocument, { variables: { subject, recordId } });
  const begin = useMutationWithIdempotency(OpenRecordChannelDocument, (answer) => answer.openRecordChannel);
  const again = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const mayBegin = useCan('channel.create') && !client;
  const channel = useMemo(() => (data?.recordChannel ? adaptedChannel(data.recordChannel) : null), [data]);
  useRecordChanges({ recordId: channel?.id ?? recordId, onChange: ({ subject: of }) => (of === 'channel' || of === 'message') && again(), onResync: again });
  const failure = error && !data ? toFailure(error) : null;
  const frame = 'flex min-h-96 flex-col overflow-hidden rounded-lg border bg-surface h-[calc(100dvh-15rem)] max-md:h-[calc(100dvh-12rem)]';
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState detail={failure.message} />;
  if (failure) return <ErrorState title="The chat could not be loaded" text={failure.message} reference={failure.requestId} offline={failure.code === 'OFFLINE'} onRetry={again} />;
  if (!data) return <div className={frame}><MessageSkeleton /></div>;
  if (!channel) {
    return (
      <EmptyState
        icon={<MessagesSquare />} title="No messages yet" text={`Talk about this ${what} where everybody who sees it can follow.`}
        actions={mayBegin ? (
          <Button
            variant="primary" busy={begin.busy}
            onClick={() => void begin.run({ input: { subject, recordId } }).then((outcome) => {
              if (!outcome.ok) notify.error('Not started', outcome.failure.message);
              again();
            })}
          >
            Start talking
          </Button>
        ) : null}
      />
    );
  }
  return <div className={frame}><ChannelView key={channel.id} channel={channel} onChanged={again} client={client} home={client ? '/portal/chat' : '/chat'} /></div>;
}
