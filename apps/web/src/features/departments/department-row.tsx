import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge, Person } from '@/ui';
import { kindLabel, stagesText } from './department-words';
import type { DepartmentNode } from './department-tree-screen';

/** One department of the tree: what it is for, who manages it, how many work there. */
export function DepartmentRow({ node, depth, handle, menu }: { node: DepartmentNode; depth: number; handle?: ReactNode; menu?: ReactNode }) {
  const stages = stagesText(node.stages);
  return (
    <div style={{ marginLeft: `min(${depth * 1.5}rem, ${depth * 5}vw)` }} className="flex min-h-11 items-center gap-2 border-b px-1 py-1.5 hover:bg-hover">
      {handle ?? <span className="w-1" />}
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
        <Link href={`/settings/departments/${node.id}`} className="truncate text-sm font-medium underline-offset-3 hover:underline max-md:basis-full md:min-w-36 md:flex-1">{node.name}</Link>
        <span className="w-32 max-md:hidden"><Badge>{kindLabel[node.kind]}</Badge></span>
        <span className="text-sm max-md:text-xs max-md:text-muted md:w-40"><Person name={node.manager?.name} fallback="No manager" /></span>
        <span className="tabular text-muted max-md:text-xs md:w-24 md:text-right md:text-sm">{node.members.length === 1 ? '1 person' : `${node.members.length} people`}</span>
        <span className="tabular w-20 text-right text-sm text-muted max-md:hidden">{node.teams.length === 1 ? '1 team' : `${node.teams.length} teams`}</span>
        <span className="tabular w-20 text-right text-sm text-muted max-lg:hidden">{stages ? `Stage ${stages}` : ''}</span>
      </span>
      {menu}
    </div>
  );
}
