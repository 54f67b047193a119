import type { ApiClient } from '../../../libs/testing/api/session.js';

/** One record of each subject, by the subject's name, and what else inputs ask for. */
export type Probes = Record<string, string>;

interface Step {
  subject: string;
  document: string;
  /** Where the id lies in the answer: `createLead.lead.id`. */
  id: string;
  input: (made: Probes, canary: string) => Record<string, unknown>;
}

const mutation = (name: string, input: string, answer: string): string => `mutation ($input: ${input}!) { ${name}(input: $input) { ${answer} errors { code message path } } }`;
const step = (subject: string, name: string, answer: string, input: Step['input'], inputType = `${name[0]!.toUpperCase()}${name.slice(1)}Input`): Step =>
  ({ subject, document: mutation(name, inputType, `${answer} { id }`), id: `${name}.${answer}.id`, input });

/** In the order in which one needs the other. Every text carries the canary: it must never reach who may not read the record. */
const STEPS: readonly Step[] = [
  step('lead', 'createLead', 'lead', (_, canary) => ({ name: `Lead ${canary}`, company: canary })),
  step('leadForm', 'createLeadForm', 'leadForm', (_, canary) => ({ slug: canary, title: `Form ${canary}`, services: [{ key: 'WEB', label: canary }] })),
  step('customer', 'createCustomer', 'customer', (_, canary) => ({ name: `Customer ${canary}` })),
  step('contact', 'createContact', 'contact', ({ customer }, canary) => ({ customerId: customer, name: `Contact ${canary}` })),
  step('product', 'createProduct', 'product', (_, canary) => ({ name: `Product ${canary}`, sku: canary.slice(-20), price: { amountMinor: '100', currency: 'USD' }, taxBasisPoints: 0, unit: 'piece' })),
  step('tag', 'createTag', 'tag', (_, canary) => ({ name: canary.slice(-50) })),
  step('deal', 'createDeal', 'deal', ({ customer }, canary) => ({ name: `Deal ${canary}`, customerId: customer })),
  step('quote', 'createQuote', 'quote', ({ deal }, canary) => ({ dealId: deal, content: { title: `Quote ${canary}`, validUntil: '2027-12-31', lines: [{ description: canary, quantity: '1', unitPriceMinor: '100' }] } })),
  step('project', 'createProject', 'project', ({ customer, department }, canary) => ({ customerId: customer, name: `Project ${canary}`, departmentId: department })),
  step('milestone', 'createMilestone', 'milestone', ({ project }, canary) => ({ projectId: project, name: `Milestone ${canary}` })),
  step('team', 'createTeam', 'team', ({ department }, canary) => ({ departmentId: department, name: `Team ${canary}` })),
];

/**
 * Makes one record of each subject through the API.
 *
 * @param admin may do everything in the organization
 * @param canary a text found nowhere else
 */
export async function makeProbes(admin: ApiClient, start: Probes, canary: string): Promise<Probes> {
  const made: Probes = { ...start };
  for (const { subject, document, id, input } of STEPS) made[subject] = await run(admin, document, id, input(made, `${canary}${subject.toLowerCase()}`));
  const won = await run(admin, STEPS.find(({ subject }) => subject === 'deal')!.document, 'createDeal.deal.id', { name: `Won ${canary}`, customerId: made['customer'] });
  await run(admin, mutation('winDeal', 'DecideDealInput', 'deal { id }'), 'winDeal.deal.id', { id: won, version: 1, reason: 'Agreed' });
  made['ticket'] = await run(admin, mutation('openOnboardingTicket', 'OpenOnboardingTicketInput', 'ticket { id }'), 'openOnboardingTicket.ticket.id', { dealId: won, categoryKey: 'WEB', note: `${canary}ticket` });
  made['ticketRequirement'] = (await admin.ask<{ ticket: { requirements: { id: string }[] } }>('query ($id: ID!) { ticket(id: $id) { requirements { id } } }', { id: made['ticket'] })).ticket.requirements[0]!.id;
  made['leadImport'] = await upload(admin, `name,company\nImport,${canary}leadimport\n`);
  await approve(admin, made['project']!);
  made['file'] = await fileOn(admin, made['project']!, canary);
  made['task'] = await run(admin, mutation('createTask', 'CreateTaskInput', 'task { id }'), 'createTask.task.id', { projectId: made['project'], title: `Task ${canary}task` });
  made['channel'] ??= await run(admin, mutation('openRecordChannel', 'OpenRecordChannelInput', 'channel { id }'), 'openRecordChannel.channel.id', { subject: 'project', recordId: made['project'] });
  made['message'] = await run(admin, mutation('postMessage', 'PostMessageInput', 'message { id }'), 'postMessage.message.id', { channelId: made['channel'], side: 'CLIENT', body: `Said ${canary}message` });
  made['timeEntry'] = await run(admin, mutation('logTime', 'LogTimeInput', 'timeEntry { id }'), 'logTime.timeEntry.id', { taskId: made['task'], minutes: 5, workedOn: '2026-11-01', note: `${canary}timeentry` });
  made['taskRequest'] = await run(admin, mutation('requestSubTask', 'RequestSubTaskInput', 'taskRequest { id }'), 'requestSubTask.taskRequest.id', { parentId: made['task'], title: `Request ${canary}taskrequest` });
  made['pickList'] = await run(admin, mutation('createPickListItem', 'CreatePickListItemInput', 'item { id }'), 'createPickListItem.item.id', { list: 'INDUSTRY', label: `Choice ${canary}picklist` });
  made['signInProvider'] = await run(admin, mutation('createSignInProvider', 'CreateSignInProviderInput', 'signInProvider { id }'), 'createSignInProvider.signInProvider.id', {
    kind: 'OIDC', name: `Provider ${canary}signinprovider`, issuer: 'https://identity.example', clientId: 'probe',
  });
  made['timeOffKind'] = (await admin.ask<{ pickListItems: { nodes: { id: string }[] } }>('{ pickListItems(filter: { list: { eq: "TIME_OFF_KIND" } }) { nodes { id } } }')).pickListItems.nodes[0]!.id;
  made['timeOff'] = await run(admin, mutation('requestTimeOff', 'RequestTimeOffInput', 'timeOff { id }'), 'requestTimeOff.timeOff.id', { kindId: made['timeOffKind'], from: '2027-05-03', to: '2027-05-04', note: `Away ${canary}timeoff` });
  made['staffProfile'] = made['user']!;
  made['handOff'] = await run(admin, mutation('offerHandOff', 'OfferHandOffInput', 'handOff { id }'), 'offerHandOff.handOff.id', { subject: 'lead', recordId: made['lead'], step: `Step ${canary}handoff`, toDepartmentId: made['department'] });
  made['apiKey'] = await run(admin, mutation('createApiKey', 'CreateApiKeyInput', 'apiKey { id }'), 'createApiKey.apiKey.id', { name: `Key ${canary}apikey`, expiresAt: new Date(Date.now() + 86_400_000).toISOString(), grants: [{ permission: 'lead.read', scope: 'ORGANIZATION', effect: 'ALLOW' }] });
  await run(admin, mutation('grantException', 'GrantExceptionInput', 'userId'), 'grantException.userId', {
    userId: made['user'], grant: { permission: 'lead.read', scope: 'OWN', effect: 'ALLOW' }, reason: `Because ${canary}usergrant`,
  });
  await run(admin, mutation('inviteUser', 'InviteUserInput', 'user { id }'), 'inviteUser.user.id', { name: `Invited ${canary}outgoingmail`, email: `${canary}outgoingmail@example.test`, tier: 'EMPLOYEE' });
  made['reminder'] = await run(admin, mutation('createReminder', 'CreateReminderInput', 'reminder { id }'), 'createReminder.reminder.id', { note: `Remember ${canary}reminder`, dueAt: new Date(Date.now() + 86_400_000).toISOString() });
  await admin.ask(mutation('sendTestNotification', 'SendTestNotificationInput', 'deliveries'), { input: { channel: 'EMAIL' } });
  made['notification'] = (await admin.ask<{ notifications: { nodes: { id: string }[] } }>('{ notifications { nodes { id } } }')).notifications.nodes[0]!.id;
  made['notificationDelivery'] = (await admin.ask<{ notificationDeliveries: { nodes: { id: string }[] } }>('{ notificationDeliveries { nodes { id } } }')).notificationDeliveries.nodes[0]!.id;
  made['notificationAdapter'] = made['notificationDelivery'];
  made['outgoingMail'] = (await admin.ask<{ outgoingMails: { nodes: { id: string }[] } }>('{ outgoingMails { nodes { id } } }')).outgoingMails.nodes[0]!.id;
  return made;
}

async function approve(admin: ApiClient, id: string): Promise<void> {
  await run(admin, mutation('submitProject', 'SubmitProjectInput', 'project { id }'), 'submitProject.project.id', { id, version: await versionOf(admin, id) });
  await run(admin, mutation('approveProject', 'ApproveProjectInput', 'project { id }'), 'approveProject.project.id', {
    id, version: await versionOf(admin, id), decision: 'APPROVED', feasibility: 'Yes', budget: 'Yes', resources: 'Yes', risk: 'None', shareWithClient: true,
  });
}

async function versionOf(admin: ApiClient, id: string): Promise<number> {
  return (await admin.ask<{ project: { version: number } }>('query ($id: ID!) { project(id: $id) { version } }', { id })).project.version;
}

async function run(admin: ApiClient, document: string, path: string, input: object): Promise<string> {
  const answer = await admin.ask(document, { input });
  const found = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], answer);
  if (typeof found !== 'string') throw new Error(`${path} is not an id: ${JSON.stringify(found)}`);
  return found;
}

/** A text file on the project, seen by its client. */
async function fileOn(admin: ApiClient, projectId: string, canary: string): Promise<string> {
  const content = `The file of ${canary}file`;
  const headers = { cookie: `tl_access=${admin.cookie('tl_access') ?? ''}`, 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
  const answer = await fetch(`${admin.url}/files/uploads`, {
    method: 'POST', body: content, headers: { ...headers, 'upload-length': String(content.length), 'upload-metadata': `filename ${Buffer.from(`File ${canary}file.txt`).toString('base64')}` },
  });
  if (!answer.ok) throw new Error(`The upload was refused: ${await answer.text()}`);
  const id = answer.headers.get('location')!.split('/').at(-1)!;
  await admin.ask(mutation('attachFiles', 'AttachFilesInput', 'files { id }'), { input: { fileIds: [id], subject: 'project', recordId: projectId, sharedWithClient: true } });
  return id;
}

/** Files come over a route of their own. */
async function upload(admin: ApiClient, csv: string): Promise<string> {
  const answer = await fetch(`${admin.url}/files/imports?name=leads.csv`, { method: 'POST', headers: { cookie: `tl_access=${admin.cookie('tl_access') ?? ''}`, 'content-type': 'text/csv' }, body: csv });
  if (!answer.ok) throw new Error(`The upload was refused: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}
