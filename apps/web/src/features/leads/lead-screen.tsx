'use client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import dynamic from 'next/dynamic';
import { ClaimLeadDocument, LeadDocument } from '@/gql/leads/leads';
import { toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { movesOf, RecordPage, StatusControl, usePaletteActions } from '@/kit';
import { useCan } from '@/session';
import { Button, notify } from '@/ui';
import { RecordSide } from '../shared/record-side';
import { recordTabs } from '../shared/record-tabs';
import { RecordTools } from '../shared/record-tools-later';
import type { Closing } from './close-lead-dialog';
import { LeadDuplicates } from './lead-duplicates';
import { LeadFacts } from './lead-facts';
import { LeadOverview } from './lead-overview';
import { leadStatusLabel, leadStatusTone } from './lead-words';
import { ScoreMeter } from './score-meter';

// Fetched when they open.
const AdjustScoreDialog = dynamic(() => import('./adjust-score-dialog').then((module) => module.AdjustScoreDialog), { ssr: false });
const AssignLeadDialog = dynamic(() => import('./assign-lead-dialog').then((module) => module.AssignLeadDialog), { ssr: false });
const CloseLeadDialog = dynamic(() => import('./close-lead-dialog').then((module) => module.CloseLeadDialog), { ssr: false });
const ContactLeadDialog = dynamic(() => import('./contact-lead-dialog').then((module) => module.ContactLeadDialog), { ssr: false });
const ConvertLeadDialog = dynamic(() => import('./convert-lead-dialog').then((module) => module.ConvertLeadDialog), { ssr: false });
const QualifyLeadDialog = dynamic(() => import('./qualify-lead-dialog').then((module) => module.QualifyLeadDialog), { ssr: false });

type Dialog = Closing | 'CONTACT' | 'QUALIFY' | 'CONVERT' | 'SCORE' | 'ASSIGN' | null;

/** The page of a lead: who it is, how warm, what was said, and the next step. */
export function LeadScreen({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(LeadDocument, { variables: { id } });
  const [dialog, setDialog] = useState<Dialog>(null);
  const claim = useMutationWithIdempotency(ClaimLeadDocument, (answer) => answer.claimLead);
  const again = () => void refetch();
  useRecordChanges({ recordId: id, onChange: again, onResync: again });
  const rights = { contact: useCan('lead.contact'), claim: useCan('lead.claim'), score: useCan('lead.score'), assign: useCan('lead.assign') };
  const lead = data?.lead ?? null;
  const failure = error && !lead ? toFailure(error) : null;
  const offered = (move: string) => lead?.allowedMoves.some((each) => each.move === move && each.allowed) ?? false;
  const open = lead !== null && ['NEW', 'CONTACTED', 'QUALIFIED'].includes(lead.status);
  const close = () => setDialog(null);
  const take = async () => {
    const outcome = await claim.run({ input: { id } });
    if (!outcome.ok) notify.error('Not taken', outcome.failure.message);
    again();
  };
  usePaletteActions(`lead-${id}`, lead ? [
    ...(open && rights.contact ? [{ id: 'contact', label: 'Log contact', group: 'This lead', run: () => setDialog('CONTACT') }] : []),
    ...(offered('QUALIFY') ? [{ id: 'qualify', label: 'Qualify lead', group: 'This lead', run: () => setDialog('QUALIFY') }] : []),
    ...(offered('CONVERT') ? [{ id: 'convert', label: 'Convert lead', group: 'This lead', run: () => setDialog('CONVERT') }] : []),
  ] : []);
  return (
    <>
      <RecordPage
        what="lead" loading={loading && !lead} failure={failure} missing={failure?.code === 'NOT_FOUND'} onRetry={again}
        crumbs={[{ label: 'Leads', href: '/leads' }]} reference={lead?.reference} title={lead?.displayName}
        status={lead ? (
          <StatusControl
            label={leadStatusLabel[lead.status]} tone={leadStatusTone[lead.status]}
            moves={movesOf(lead.allowedMoves, { QUALIFY: 'success', CONVERT: 'success', LOSE: 'danger', DISQUALIFY: 'danger' })}
            onMove={async (step) => {
              setDialog(step.id as Dialog);
              return null;
            }}
          />
        ) : null}
        actions={lead ? (
          <>
            <RecordTools subject="lead" id={id} name={lead.displayName} />
            {open && !lead.owner && rights.claim ? <Button busy={claim.busy} onClick={() => void take()}>Take it</Button> : null}
            {open && rights.contact ? <Button variant={lead.status === 'NEW' ? 'primary' : 'secondary'} onClick={() => setDialog('CONTACT')}>Log contact</Button> : null}
            {offered('QUALIFY') ? <Button variant={lead.status === 'CONTACTED' ? 'primary' : 'secondary'} onClick={() => setDialog('QUALIFY')}>Qualify</Button> : null}
            {offered('CONVERT') ? <Button variant="primary" onClick={() => setDialog('CONVERT')}>Convert</Button> : null}
          </>
        ) : null}
        banner={lead ? <ScoreMeter lead={lead} /> : null}
        tabs={lead ? [
          { id: 'overview', label: 'Overview', content: <div className="flex flex-col gap-6"><LeadOverview lead={lead} onAdjust={rights.score && open ? () => setDialog('SCORE') : null} />{open ? <LeadDuplicates id={id} /> : null}</div> },
          ...recordTabs({ subject: 'lead', id, what: 'lead', onRestored: again }),
        ] : []}
        aside={lead ? <><LeadFacts lead={lead} onChanged={again} onAssign={rights.assign ? () => setDialog('ASSIGN') : null} /><RecordSide subject="lead" recordId={id} /></> : null}
      />
      {lead && dialog === 'CONTACT' ? <ContactLeadDialog lead={lead} onClose={close} /> : null}
      {lead && dialog === 'QUALIFY' ? <QualifyLeadDialog lead={lead} onClose={close} /> : null}
      {lead && dialog === 'CONVERT' ? <ConvertLeadDialog lead={lead} onClose={close} /> : null}
      {lead && dialog === 'SCORE' ? <AdjustScoreDialog lead={lead} onClose={close} /> : null}
      {lead && dialog === 'ASSIGN' ? <AssignLeadDialog lead={lead} onClose={close} /> : null}
      {lead && (dialog === 'LOSE' || dialog === 'DISQUALIFY' || dialog === 'REOPEN') ? <CloseLeadDialog lead={lead} move={dialog} onClose={close} /> : null}
    </>
  );
}
