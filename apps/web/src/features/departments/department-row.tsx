import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge, Person } from '@/ui';
import { kindLabel, stagesText } from './department-words';
import type { DepartmentNode } from './department-tree-screen';

/** One department of the tree: what it is for, who manages it, how many work there. */
export function DepartmentRow({ node, depth, handle, menu }: { node: DepartmentNode; depth: number; handle?: ReactNode; menu?: ReactNode }) {
  const stages = stagesText(node.stages);
  return (
    <div style={{ marginLeft: `min(${depth * 1.5}rem, ${depth * 5}vw)` }} className="flex min-h-11 items-center gap-2 rounded-md border border-transparent border-b-border px-1 py-1.5 hover:bg-hover">
      {handle ?? <span className="w-1" />}
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
        <Link href={`/settings/departments/${node.id}`} className="min-w-36 flex-1 truncate text-sm font-medium underline-offset-3 hover:underline">{node.name}</Link>
        <span className="w-32 max-md:hidden"><Badge>{kindLabel[node.kind]}</Badge></span>
        <span className="w-40 text-sm max-md:order-last max-md:basis-full max-md:text-xs max-md:text-muted"><Person name={node.manager?.name} fallback="No manager" /></span>
        <span className="tabular w-24 text-right text-sm text-muted">{node.members.length === 1 ? '1 person' : `${node.members.length} people`}</span>
        <span className="tabular w-20 text-right text-sm text-muted max-md:hidden">{node.teams.length === 1 ? '1 team' : `${node.teams.length} teams`}</span>
        <span className="tabular w-20 text-right text-sm text-muted max-lg:hidden">{stages ? `Stage ${stages}` : ''}</span>
      </span>
      {menu}
    </div>
  );
}
