'use client';
import { Columns3, Rows3 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Segmented } from '@/ui';

/** What board and list both know; the rest of a query string stays where it is. */
const SHARED = ['q', 'owner'];

/** Board or list; each is a page of its own, so that a link says which. Search and owner go along. */
export function DealViewSwitch({ value, query }: { value: 'board' | 'list'; query: string }) {
  const router = useRouter();
  const go = (path: string) => {
    const kept = new URLSearchParams([...new URLSearchParams(query)].filter(([name]) => SHARED.includes(name)));
    router.push(kept.size > 0 ? `${path}?${kept}` : path);
  };
  return (
    <Segmented
      label="View" iconOnly value={value} onValueChange={(next) => go(next === 'list' ? '/deals/list' : '/deals')}
      options={[{ value: 'board', label: 'Board', icon: <Columns3 /> }, { value: 'list', label: 'List', icon: <Rows3 /> }]}
    />
  );
}
