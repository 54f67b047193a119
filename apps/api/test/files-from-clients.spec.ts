import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { Relay } from '@throughline/platform/events';
import { newId } from '@throughline/platform/kernel';
import { createLogger } from '@throughline/platform/observability';
import { Transport } from '@throughline/platform/realtime';
import { type ApiClient, expectFourCallers, signInAs } from '@throughline/testing/api';
import { insertProject } from '../../../libs/collaboration/messages/testing/chat-rows.js';
import { type Frame, Socket } from './support/client.js';
import { type FilesWorld, mutation, openFilesWorld, type ShownFile } from './support/files-world.js';

const HAND_IN = mutation('handInFiles', 'files { id sharedWithClient uploadedBy { name } }');
const FILES = 'query ($id: ID!) { files(subject: "project", recordId: $id) { nodes { id name } } }';
const CHANGES = 'subscription ($recordId: ID) { recordChanges(subjects: ["file"], recordId: $recordId) { type subject id } }';

interface Refusal { code: string; path: string[]; message: string }

describe('files that clients put on their records', () => {
  let world: FilesWorld;
  let projectId: string;
  let hidden: string;
  let rival: ApiClient;
  let manager: ApiClient;
  beforeAll(async () => {
    world = await openFilesWorld();
    const { api, owner, agency, customerId } = world;
    [projectId, hidden] = [await insertProject(owner, agency, customerId), await insertProject(owner, agency, customerId, { shared: false })];
    rival = await signInAs(api, (await agency.addUser({ name: 'Rita Rival', roles: ['CLIENT_OWNER'], customerId: await agency.addCustomer('Rival') })).email);
    manager = await signInAs(api, agency.users.PROJECT_MANAGER.email);
  });
  afterAll(() => world?.close());

  const handIn = async (who: ApiClient, id: string, record: { subject?: string; recordId?: string } = {}): Promise<{ files: ShownFile[] | null; errors: Refusal[] }> => {
    const { data, errors } = await who.send<{ handInFiles: { files: ShownFile[] | null; errors: Refusal[] } }>(HAND_IN, { input: { fileIds: [id], subject: 'project', recordId: projectId, ...record } });
    return data?.handInFiles ?? { files: null, errors: errors.map(({ message, extensions: { code } }) => ({ code, message, path: [] })) };
  };
  const codes = async (who: ApiClient, id: string, record: { subject?: string; recordId?: string } = {}): Promise<string[]> => (await handIn(who, id, record)).errors.map(({ code, path }) => `${code} ${path[0] ?? ''}`.trim());
  const listed = async (who: ApiClient): Promise<string[]> => (await who.ask<{ files: { nodes: { id: string }[] } }>(FILES, { id: projectId })).files.nodes.map(({ id }) => id);

  it('are put there by their own people, and by nobody else', async () => {
    const { api, client, colleague, upload } = world;
    const abroad = await signInAs(api, (await world.rival.addUser({ name: 'Abe Abroad', roles: ['CLIENT_OWNER'], customerId: await world.rival.addCustomer('Abroad') })).email);
    const id = await upload(client, 'logo.txt', 'our logo');
    await expectFourCallers({ api, operation: mutation('handInFiles', 'files { id }'), variables: { input: { fileIds: [id], subject: 'project', recordId: projectId } }, right: client, wrongPerson: colleague, wrongOrganization: abroad });
    const theirs = await upload(rival, 'theirs.txt', 'x');
    expect(await codes(rival, theirs)).toEqual(['NOT_FOUND recordId']);
    expect(await codes(client, theirs)).toEqual(['NOT_FOUND fileIds']);
    const more = await upload(client, 'more.txt', 'x');
    for (const [record, code] of [[{ recordId: hidden }, 'NOT_FOUND recordId'], [{ recordId: newId() }, 'NOT_FOUND recordId'], [{ subject: 'lead', recordId: world.leadId }, 'VALIDATION_FAILED subject'], [{ subject: 'message' }, 'VALIDATION_FAILED subject']] as const) {
      expect(await codes(client, more, record)).toEqual([code]);
    }
    // Tickets are not theirs to see until the organization says so.
    expect(await codes(client, more, { subject: 'ticket' })).toEqual(['NOT_FOUND recordId']);
  });

  it('are seen by the agency at once, on open screens too, and by colleagues of the client, not by other clients', async () => {
    const { api, client, upload, get } = world;
    const relay = new Relay({ connectionString: api.config.databaseUrls.relay, transport: api.app.nest.get(Transport), logger: createLogger('silent', 'test') });
    await relay.start();
    const socket = await Socket.open(api.url, { authorization: `Bearer ${manager.cookie(ACCESS_COOKIE) ?? ''}` });
    socket.send({ type: 'connection_init' });
    await socket.next();
    socket.subscribe('1', CHANGES, { recordId: projectId });
    const next = async (): Promise<{ type: string; id: string | null }> => {
      const frame: Frame = await socket.next();
      return ((frame as { payload: { data: { recordChanges: { type: string; id: string | null } } } }).payload).data.recordChanges;
    };
    expect((await next()).type).toBe('ADVANCED');
    const id = await upload(client, 'texts.txt', 'our texts');
    const { files } = await handIn(client, id);
    expect(files).toEqual([{ id, sharedWithClient: true, uploadedBy: { name: 'Clara Client' } }]);
    let told = await next();
    while (told.id !== id) told = await next();
    expect(told.type).toBe('ENTERED');
    socket.close();
    await relay.stop();
    const [event] = await world.rows<{ access_after: { follows: { subject: string } }; related: string[]; changes: Record<string, { after: unknown }> }>(
      "SELECT e.access_after, e.related, d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.kind = 'file.attached' AND e.subject_id = $1", [id]);
    expect([event!.access_after.follows.subject, event!.related, event!.changes['fromClient']]).toEqual(['project', [projectId], { before: null, after: true }]);
    expect([(await listed(manager)).includes(id), (await listed(client)).includes(id), await listed(rival)]).toEqual([true, true, []]);
    expect([await (await get(manager, `/files/${id}`)).text(), (await get(rival, `/files/${id}`)).status]).toEqual(['our texts', 404]);
  });

  it('are checked as everybody\'s are, and cannot be renamed, shown or taken away by clients', async () => {
    const { client, upload, refused, shown } = world;
    expect(await refused(client, 'tool.txt', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]))).toContain('cannot be uploaded');
    const id = await upload(client, 'kept.txt', 'x');
    await handIn(client, id);
    const { version } = await shown(client, id);
    for (const [operation, input] of [
      [mutation('renameFile', 'file { id }'), { id, version, name: 'other.txt' }], [mutation('shareFile', 'file { id }'), { id, version, sharedWithClient: false }], [mutation('deleteFile', 'id'), { id, version }],
      [mutation('attachFiles', 'files { id }'), { fileIds: [id], subject: 'project', recordId: projectId, sharedWithClient: false }],
    ] as const) {
      const { errors } = await client.send(operation, { input });
      expect(errors.map(({ extensions: { code } }) => code)).toEqual(['FORBIDDEN']);
    }
  });

  it('are not taken where the organization has decided so; whoever else may still adds', async () => {
    const { admin, client, upload, attach, owner, agency } = world;
    const POLICY = mutation('updateFilePolicy', 'filePolicy { version clientsMayAdd allowedTypes }');
    const { filePolicy } = await admin.ask<{ filePolicy: { version: number; allowedTypes: string[]; maxBytes: string; clientsMayAdd: boolean } }>('{ filePolicy { version allowedTypes maxBytes clientsMayAdd } }');
    expect(filePolicy.clientsMayAdd).toBe(true);
    const { version, allowedTypes, maxBytes } = filePolicy;
    const { updateFilePolicy } = await admin.ask<{ updateFilePolicy: { filePolicy: { version: number; clientsMayAdd: boolean } } }>(POLICY, { input: { version, allowedTypes, maxBytes, clientsMayAdd: false } });
    expect(updateFilePolicy.filePolicy.clientsMayAdd).toBe(false);
    const id = await upload(client, 'late.txt', 'x');
    expect(await codes(client, id)).toEqual(['PRECONDITION_FAILED recordId']);
    expect((await client.ask<{ filePolicy: { clientsMayAdd: boolean } }>('{ filePolicy { clientsMayAdd } }')).filePolicy.clientsMayAdd).toBe(false);
    expect(await attach(manager, await upload(manager, 'ours.txt', 'x'), projectId, 'project')).toMatchObject({ recordId: projectId });
    // What is not said stays as it is.
    const kept = await admin.ask<{ updateFilePolicy: { filePolicy: { clientsMayAdd: boolean } } }>(POLICY, { input: { version: updateFilePolicy.filePolicy.version, allowedTypes, maxBytes } });
    expect(kept.updateFilePolicy.filePolicy.clientsMayAdd).toBe(false);
    await owner.query('UPDATE file_policy SET clients_may_add = true WHERE organization_id = $1', [agency.id]);
    expect(await codes(client, id)).toEqual([]);
  });
});
