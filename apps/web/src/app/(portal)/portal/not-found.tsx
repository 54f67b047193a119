import { NotFoundState } from '@/ui/states';

export default function PortalNotFound() {
  return <NotFoundState page />;
}
