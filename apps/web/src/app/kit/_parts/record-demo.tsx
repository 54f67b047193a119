'use client';
import { Phone } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Fact, FactList, InlineEdit, InlineSelect, RecordPage, type SaveResult, StatusControl } from '@/kit';
import { Badge, Button, Card, DateText, MoneyText, Person, ProgressBar } from '@/ui';
import { KitFrame } from './frame';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const owners = ['Maya Lindqvist', 'Tomás Ferreira', 'Ada Okonkwo'].map((name) => ({ value: name, label: name }));

function Record() {
  const [company, setCompany] = useState('Harbour & Pine');
  const [owner, setOwner] = useState(owners[0] ?? null);
  const saveCompany = async (next: string, force: boolean): Promise<SaveResult> => {
    await wait(300);
    if (next === '') return { ok: false, reason: 'A company is needed' };
    if (next.includes('conflict') && !force) return { ok: false, reason: 'Changed meanwhile', conflict: { theirs: 'Harbour & Pine Ltd', by: 'Ada Okonkwo' } };
    setCompany(next);
    return { ok: true };
  };
  return (
    <RecordPage
      what="lead"
      loading={false}
      failure={null}
      crumbs={[{ label: 'Leads', href: '/kit/list' }]}
      reference="LD-1042"
      title="Website relaunch for Harbour & Pine"
      status={
        <StatusControl
          label="Contacted"
          tone="info"
          moves={[
            { id: 'QUALIFY', label: 'Qualified', tone: 'success', allowed: true },
            { id: 'CONVERT', label: 'Converted', tone: 'accent', allowed: false, reason: 'Qualify the lead first' },
            { id: 'LOSE', label: 'Lost', tone: 'danger', allowed: true, danger: true },
          ]}
          onMove={async () => {
            await wait(400);
            return { ok: true, undo: async () => undefined };
          }}
        />
      }
      marks={<Badge tone="warning">Warm · 62</Badge>}
      actions={
        <>
          <Button icon={<Phone aria-hidden className="size-3.5" />}>Log call</Button>
          <Button variant="primary">Convert</Button>
        </>
      }
      banner={<div className="max-w-md"><ProgressBar label="Delivery" basisPoints={6250} delta={310} size="lg" why={<p>Five of eight tasks are done.</p>} /></div>}
      tabs={[
        {
          id: 'overview',
          label: 'Overview',
          content: (
            <div className="flex flex-col gap-4">
              <Card title="Requirements">
                <p className="text-muted">A new site on their own domain, eight pages, shop later. Wished for spring.</p>
              </Card>
            </div>
          ),
        },
        { id: 'files', label: 'Files', count: 0, content: null },
      ]}
      aside={
        <FactList title="Details">
          <Fact label="Company">
            <InlineEdit label="Company" value={company} onSave={saveCompany} />
          </Fact>
          <Fact label="Owner">
            <InlineSelect label="Owner" value={owner} options={owners} onSave={async (next) => { await wait(300); setOwner(next); return { ok: true }; }} />
          </Fact>
          <Fact label="Budget">
            <MoneyText amountMinor="1250000" currency="EUR" style="whole" />
          </Fact>
          <Fact label="Contact">
            <Person name="Eleanor Pine" />
          </Fact>
          <Fact label="Created">
            <DateText value="2026-11-18T09:00:00Z" format="date-time" />
          </Fact>
        </FactList>
      }
    />
  );
}

/** A record with every part. */
export function RecordDemo() {
  return (
    <KitFrame>
      <Suspense>
        <Record />
      </Suspense>
    </KitFrame>
  );
}
