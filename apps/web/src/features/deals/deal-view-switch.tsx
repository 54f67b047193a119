'use client';
import { Columns3, Rows3 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Segmented } from '@/ui';

/** Board or list; each is a page of its own, so that a link says which. */
export function DealViewSwitch({ value }: { value: 'board' | 'list' }) {
  const router = useRouter();
  return (
    <Segmented
      label="View" iconOnly value={value} onValueChange={(next) => router.push(next === 'list' ? '/deals/list' : '/deals')}
      options={[{ value: 'board', label: 'Board', icon: <Columns3 /> }, { value: 'list', label: 'List', icon: <Rows3 /> }]}
    />
  );
}
