'use client';
import { PageHeader } from '@/kit';
import { Button, Card, EmptyState, ErrorState, ForbiddenState, NotFoundState, NothingFoundState } from '@/ui';
import { ListPageSkeleton } from '@/shell/skeletons';
import { KitFrame } from './frame';

/** Every state a screen can be in without data. */
export function StatesDemo() {
  return (
    <KitFrame>
      <PageHeader title="States" />
      <div className="grid gap-4 p-4 md:grid-cols-2 md:p-5">
        <Card flush>
          <EmptyState title="No leads yet" text="Leads come from your public form, from a file, or by hand." actions={<Button variant="primary">New lead</Button>} />
        </Card>
        <Card flush>
          <NothingFoundState what="leads" onClear={() => undefined} />
        </Card>
        <Card flush>
          <ErrorState text="The server did not answer in time." reference="01J8Z7" onRetry={() => undefined} />
        </Card>
        <Card flush>
          <ForbiddenState />
        </Card>
        <Card flush>
          <NotFoundState what="lead" />
        </Card>
        <Card flush>
          <ListPageSkeleton />
        </Card>
      </div>
    </KitFrame>
  );
}
