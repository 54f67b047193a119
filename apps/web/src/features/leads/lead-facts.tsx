'use client';
import { type LeadQuery, type UpdateLeadInput, UpdateLeadDocument } from '@/gql/leads/leads';
import { useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, InlineEdit, InlineSelect, useFactSaver } from '@/kit';
import { useCan } from '@/session';
import { Button, DateText } from '@/ui';
import { TagsFact } from '../tags/tags-fact';
import { choices, priorityLabel } from './lead-words';

type Lead = NonNullable<LeadQuery['lead']>;
type TextFact = 'name' | 'company' | 'title' | 'email' | 'phone' | 'website' | 'city' | 'country' | 'source' | 'campaign';

const TEXTS: readonly { field: TextFact; label: string; type?: 'email' | 'tel' | 'url' }[] = [
  { field: 'name', label: 'Name' }, { field: 'company', label: 'Company' }, { field: 'title', label: 'Title' }, { field: 'email', label: 'E-mail', type: 'email' },
  { field: 'phone', label: 'Telephone', type: 'tel' }, { field: 'website', label: 'Web site', type: 'url' }, { field: 'city', label: 'City' }, { field: 'country', label: 'Country' },
  { field: 'source', label: 'Source' }, { field: 'campaign', label: 'Campaign' },
];

/** Facts at the side of a lead, edited in their place. */
export function LeadFacts({ lead, onChanged, onAssign }: { lead: Lead; onChanged: () => void; onAssign: (() => void) | null }) {
  const update = useMutationWithIdempotency(UpdateLeadDocument, (data) => data.updateLead);
  const mayEdit = useCan('lead.update');
  const save = useFactSaver(lead.version, (version, facts: Omit<UpdateLeadInput, 'id' | 'version'>) => update.run({ input: { id: lead.id, version, ...facts } }), onChanged);
  return (
    <>
      <FactList title="Details">
        {TEXTS.map(({ field, label, type }) => (
          <Fact key={field} label={label}><InlineEdit label={label} value={lead[field] ?? ''} type={type} readOnly={!mayEdit} onSave={(next, force) => save({ [field]: next.trim() || null }, { field, force })} /></Fact>
        ))}
        <TagsFact tags={lead.tags} readOnly={!mayEdit} onSave={(tags, force) => save({ tags }, { field: 'tags', force })} />
        <Fact label="Priority"><InlineSelect label="Priority" value={{ value: lead.priority, label: priorityLabel[lead.priority] }} options={choices(priorityLabel)} readOnly={!mayEdit} onSave={(next, force) => save({ priority: next?.value as Lead['priority'] }, { field: 'priority', force })} /></Fact>
        {lead.doNotEmail || lead.doNotCall ? <Fact label="Wishes">{[lead.doNotEmail ? 'no e-mail' : null, lead.doNotCall ? 'no calls' : null].filter(Boolean).join(', ')}</Fact> : null}
      </FactList>
      <FactList title="Work">
        <Fact label="Owner"><span className="flex flex-1 items-center justify-between gap-2"><span className="truncate">{lead.owner?.name ?? 'Nobody'}</span>{onAssign ? <Button size="sm" variant="ghost" onClick={onAssign}>Assign</Button> : null}</span></Fact>
        <Fact label="Department">{lead.department?.name ?? '–'}</Fact>
        <Fact label="Arrived"><DateText value={lead.createdAt} /></Fact>
        <Fact label="First response"><DateText value={lead.firstResponseAt} format="relative" /></Fact>
        <Fact label="Last contact"><DateText value={lead.lastContactAt} format="relative" /></Fact>
        {lead.medium ? <Fact label="Medium">{lead.medium}</Fact> : null}
        {lead.externalId ? <Fact label="External id"><span className="truncate text-xs">{lead.externalId}</span></Fact> : null}
        {lead.visits !== null ? <Fact label="Visits"><span className="tabular">{lead.visits}{lead.secondsOnSite ? `, ${Math.round(lead.secondsOnSite / 60)} min on the site` : ''}</span></Fact> : null}
        {lead.lastActivity ? <Fact label="Last activity">{lead.lastActivity}</Fact> : null}
      </FactList>
    </>
  );
}
