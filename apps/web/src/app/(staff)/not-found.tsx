import { NotFoundState } from '@/ui';

export default function StaffNotFound() {
  return <NotFoundState />;
}
