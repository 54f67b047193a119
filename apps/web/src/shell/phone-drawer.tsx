'use client';
import { useViewer } from '@/session';
import { Avatar } from '@/ui/avatar';
import { Sheet } from '@/ui/sheet';
import { NavList } from './sidebar';
import { ViewerMenu } from './viewer-menu';

/** The whole navigation on a phone. */
export function PhoneDrawer({ onClose }: { onClose: () => void }) {
  const viewer = useViewer();
  return (
    <Sheet
      open
      onOpenChange={onClose}
      side="left"
      title={viewer.organization.name}
      footer={
        <ViewerMenu
          trigger={
            <button type="button" className="flex min-h-11 flex-1 items-center gap-2 rounded-md text-left">
              <Avatar name={viewer.name} size="md" />
              <span className="truncate font-medium">{viewer.name}</span>
            </button>
          }
        />
      }
    >
      <NavList onGo={onClose} />
    </Sheet>
  );
}
