import { NotFoundState } from '@/ui/states';

export default function StaffNotFound() {
  return <NotFoundState page />;
}
