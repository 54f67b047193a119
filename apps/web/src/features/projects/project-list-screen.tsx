'use client';
import { useMemo } from 'react';
import { ProjectListDocument, type ProjectFilter, type ProjectListQuery, type ProjectStatus } from '@/gql/projects/projects';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, DataTable, days, type FilterDef, type ListState, oneOf, PageHeader, sortOf, useListState } from '@/kit';
import { Badge, DateText, ProgressBar } from '@/ui';
import { useTagPicker } from '../tags/tag-picker';
import { projectStatusLabel, projectStatusTone } from './project-words';

type Row = ProjectListQuery['projects']['nodes'][number];

const plainFilters: FilterDef[] = [
  { id: 'status', label: 'Status', type: 'choice', options: Object.entries(projectStatusLabel).map(([value, label]) => ({ value, label })) },
  { id: 'due', label: 'Due', type: 'date' },
];

const columns: Column<Row>[] = [
  { id: 'name', header: 'Project', width: 210, sort: 'NAME', cell: (project) => project.name },
  { id: 'number', header: 'Number', width: 100, sort: 'NUMBER', card: 'none', cell: (project) => <span className="tabular text-muted">{project.number}</span> },
  { id: 'status', header: 'Status', width: 170, card: 'badge', sort: 'STATUS', cell: (project) => <Badge dot tone={projectStatusTone[project.status]}>{projectStatusLabel[project.status]}</Badge> },
  { id: 'progress', header: 'Progress', width: 150, cell: (project) => <ProgressBar basisPoints={project.progressBasisPoints} label={`Progress of ${project.name}`} size="sm" /> },
  { id: 'customer', header: 'Customer', width: 150, cell: (project) => project.customer?.name ?? '–' },
  { id: 'category', header: 'Service', width: 130, card: 'none', cell: (project) => project.category?.name ?? '–' },
  { id: 'owner', header: 'Manager', width: 140, card: 'none', cell: (project) => project.owner?.name ?? '–' },
  { id: 'due', header: 'Due', width: 120, sort: 'DUE_ON', cell: (project) => <DateText value={project.dueOn} /> },
];

function filterOf(list: ListState): ProjectFilter {
  return { status: oneOf<ProjectStatus>(list.filters.status), dueOn: days(list.filters.due), tags: list.filters.tag?.length ? { has: [...list.filters.tag] } : undefined };
}

const SORTS = ['NAME', 'NUMBER', 'STATUS', 'DUE_ON', 'CREATED_AT'] as const;
const select = (data: ProjectListQuery) => data.projects;
const rowId = (project: Row) => project.id;

/** The projects, with how far each is. */
export function ProjectListScreen() {
  const tags = useTagPicker();
  const filters = useMemo<FilterDef[]>(() => [...plainFilters, { id: 'tag', label: 'Tag', type: 'reference', load: tags.load, resolve: tags.resolve }], [tags]);
  const list = useListState(filters, { sort: '-CREATED_AT' });
  const source = useConnection(ProjectListDocument, { first: 50, after: list.after, search: list.search || undefined, filter: filterOf(list), sort: sortOf(list.sort, SORTS) }, select);
  useRecordChanges({ subjects: ['project'], onChange: source.refetch, onResync: source.refetch });
  return (
    <>
      <PageHeader title="Projects" />
      <DataTable
        id="projects" what="projects" columns={columns} list={list} source={source} filters={filters} searchPlaceholder="Search projects"
        rowId={rowId} rowLabel={(project) => project.name} rowHref={(project) => `/projects/${project.id}`}
        views={[{ id: 'all', label: 'All', query: '' }, { id: 'approval', label: 'Waiting for approval', query: 'status=PENDING_APPROVAL' }, { id: 'running', label: 'In progress', query: 'status=IN_PROGRESS' }]}
        empty={{ title: 'No projects yet', text: 'A scoped onboarding ticket becomes a draft project.' }}
      />
    </>
  );
}
