import { PortalSkeleton } from '@/shell/skeletons';

export default function Loading() {
  return <PortalSkeleton />;
}
