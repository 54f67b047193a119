import { ListPageSkeleton } from '@/shell/skeletons';

export default function Loading() {
  return <ListPageSkeleton />;
}
