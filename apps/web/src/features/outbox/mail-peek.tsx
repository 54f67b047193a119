'use client';
import { useLazyQuery } from '@apollo/client/react';
import { OutgoingMailBodyDocument, RetryOutgoingMailDocument } from '@/gql/outbox/outbox';
import { toFailure, useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, DateText, notify, Skeleton } from '@/ui';
import { kindText, mailStatusText, mailStatusTone } from './mail-words';
import type { MailRow } from './outbox-screen';

/** One mail: what became of it, its text where it is kept, and sending it again. */
export function MailPeek({ mail, onChanged }: { mail: MailRow | null; onChanged: () => void }) {
  const [mayOpen, mayRetry] = [useCan('outgoingMail.open'), useCan('outgoingMail.retry')];
  const retry = useMutationWithIdempotency(RetryOutgoingMailDocument, (data) => data.retryOutgoingMail);
  if (!mail) return <p className="p-4 text-sm text-muted">This mail is further down the list.</p>;
  const send = async () => {
    const outcome = await retry.run({ input: { id: mail.id, version: mail.version } });
    if (outcome.ok) notify.success('It will be sent again');
    else notify.error('Not sent again', outcome.failure.message);
    onChanged();
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <h2 className="text-base font-semibold">{mail.subject}</h2>
      <FactList>
        <Fact label="To"><span className="break-all">{mail.recipient}</span></Fact>
        <Fact label="What">{kindText(mail.kind)}</Fact>
        <Fact label="Status"><Badge dot tone={mailStatusTone[mail.status]}>{mailStatusText[mail.status]}</Badge></Fact>
        <Fact label="Written"><DateText value={mail.createdAt} /></Fact>
        {mail.sentAt ? <Fact label="Sent"><DateText value={mail.sentAt} /></Fact> : null}
        {mail.attempts > 0 ? <Fact label="Tries">{mail.attempts}</Fact> : null}
        {mail.expiresAt ? <Fact label="Link works until"><DateText value={mail.expiresAt} /></Fact> : null}
        {mail.lastError ? <Fact label="Last problem" stack><span className="text-danger-text">{mail.lastError}</span></Fact> : null}
      </FactList>
      {mayRetry && mail.status !== 'SENT' ? <Button className="self-start" busy={retry.busy} onClick={() => void send()}>Send again</Button> : null}
      {mail.status === 'KEPT' && mayOpen ? <Body key={mail.id} id={mail.id} /> : <p className="text-sm text-muted">{mail.status === 'KEPT' ? 'Your role does not include opening mails.' : 'Texts of mails can be read only where no mail server is set up.'}</p>}
    </div>
  );
}

/** The text, on request: opening it is written down, because its link may let somebody in. */
function Body({ id }: { id: string }) {
  const [open, { data, loading, error }] = useLazyQuery(OutgoingMailBodyDocument, { fetchPolicy: 'no-cache' });
  const body = data?.outgoingMailBody;
  if (loading) return <Skeleton className="h-72 w-full rounded-md" />;
  if (!body) {
    return (
      <div className="flex flex-col items-start gap-2">
        <p className="text-sm text-muted">This installation has no mail server, so the mail is kept here. That you open it is written down.</p>
        <Button onClick={() => void open({ variables: { id } })}>Read the mail</Button>
        {error ? <p role="alert" className="text-sm text-danger-text">{toFailure(error).message}</p> : null}
      </div>
    );
  }
  return (
    <>
      {/* No scripts, no forms, no origin of its own; links open in a new tab, where they are wanted. */}
      <iframe title="Text of the mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcDoc={`<base target="_blank">${body.html}`} className="h-96 w-full rounded-md border bg-white" />
      <details>
        <summary className="cursor-pointer text-sm text-muted">As plain text</summary>
        <pre className="mt-2 overflow-x-auto rounded-md bg-sunken p-3 text-xs whitespace-pre-wrap">{body.text}</pre>
      </details>
    </>
  );
}
