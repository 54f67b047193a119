import { NotFoundState } from '@/ui';

export default function PortalNotFound() {
  return <NotFoundState />;
}
