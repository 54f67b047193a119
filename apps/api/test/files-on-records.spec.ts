import { newId } from '@throughline/platform/kernel';
import { type ApiClient, expectFourCallers } from '@throughline/testing/api';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';
import { FILE, type FilesWorld, mutation, openFilesWorld, type ShownFile } from './support/files-world.js';

const ATTACH = mutation('attachFiles', `files { ${FILE} }`);

describe('files', () => {
  let world: FilesWorld;
  let { api, admin, agent, colleague, client, elsewhere, leadId, customerId, rows, upload, shown, attach, get } = {} as FilesWorld;
  beforeAll(async () => {
    world = await openFilesWorld();
    ({ api, admin, agent, colleague, client, elsewhere, leadId, customerId, rows, upload, shown, attach, get } = world);
  });
  afterAll(() => world?.close());

  describe('on records', () => {
    it('are seen by those who see the record, and by nobody else', async () => {
      const id = await upload(agent, 'brief.txt', 'what they want');
      expect((await get(colleague, `/files/${id}`)).status).toBe(404);
      expect((await get(admin, `/files/${id}`)).status).toBe(404);
      expect(await attach(agent, id)).toMatchObject({ recordId: leadId, scan: 'CLEAN' });
      expect((await get(admin, `/files/${id}`)).status).toBe(200);
      for (const who of [colleague, elsewhere, client]) for (const suffix of ['', '/thumbnail', '/preview']) expect((await get(who, `/files/${id}${suffix}`)).status).toBe(404);
      expect((await fetch(`${api.url}/files/${id}`)).status).toBe(401);
      const list = async (who: ApiClient): Promise<string[]> => (await who.ask<{ files: { nodes: { id: string }[] } }>('query ($recordId: ID!) { files(subject: "lead", recordId: $recordId) { nodes { id } } }', { recordId: leadId })).files.nodes.map((file) => file.id);
      expect([(await list(agent)).includes(id), (await list(admin)).includes(id), await list(colleague), await list(elsewhere)]).toEqual([true, true, [], []]);
    });

    it('are the client\'s when they are shared with them', async () => {
      const id = await upload(admin, 'offer.txt', 'yours');
      const { version } = await attach(admin, id, customerId, 'customer');
      expect((await get(client, `/files/${id}`)).status).toBe(404);
      await expectFourCallers({ api, operation: mutation('shareFile', 'file { sharedWithClient }'), variables: { input: { id, version, sharedWithClient: true } }, right: admin, wrongPerson: colleague, wrongOrganization: elsewhere });
      expect(await (await get(client, `/files/${id}`)).text()).toBe('yours');
    });

    it('are put there by those who may', async () => {
      const id = await upload(agent, 'a.txt', 'a');
      await expectFourCallers({
        api, operation: mutation('attachFiles', 'files { id }'), variables: { input: { fileIds: [id], subject: 'lead', recordId: leadId, sharedWithClient: false } }, right: agent, wrongPerson: colleague, wrongOrganization: elsewhere,
        codes: { wrongPerson: 'NOT_FOUND' },
      });
      const again = await agent.send<{ attachFiles: { errors: { message: string; path: string[] }[] } }>(ATTACH, { input: { fileIds: [id], subject: 'lead', recordId: leadId } });
      expect(again.data!.attachFiles.errors[0]).toMatchObject({ message: expect.stringContaining('used already') as string, path: ['fileIds', '0'] });
      const theirs = await upload(admin, 'b.txt', 'b');
      for (const [input, path] of [
        [{ fileIds: [theirs], subject: 'lead', recordId: leadId }, 'fileIds'], [{ fileIds: [id], subject: 'user', recordId: leadId }, 'subject'], [{ fileIds: [id], subject: 'message', recordId: leadId }, 'subject'],
        [{ fileIds: [id], subject: 'lead', recordId: newId() }, 'recordId'],
      ] as const) {
        const { data } = await agent.send<{ attachFiles: { errors: { path: string[] }[] } }>(ATTACH, { input });
        expect(data!.attachFiles.errors[0]!.path[0]).toBe(path);
      }
    });

    it('are renamed and deleted by those who may, and gone then', async () => {
      const id = await upload(agent, 'old name.txt', 'x');
      const { version } = await attach(agent, id);
      await expectFourCallers({ api, operation: mutation('renameFile', 'file { name }'), variables: { input: { id, version, name: 'new/../name.txt' } }, right: agent, wrongPerson: colleague, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' } });
      expect((await shown(agent, id)).name).toBe('name.txt');
      const wrong = await agent.send<{ renameFile: { errors: { message: string }[] } }>(mutation('renameFile', 'file { name }'), { input: { id, version: version + 1, name: 'name.exe' } });
      expect(wrong.data!.renameFile.errors[0]!.message).toContain('Keep the ending');
      await expectFourCallers({ api, operation: mutation('deleteFile', 'id'), variables: { input: { id, version: version + 1 } }, right: agent, wrongPerson: colleague, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' } });
      expect((await get(agent, `/files/${id}`)).status).toBe(404);
      expect(await rows('SELECT 1 FROM file WHERE id = $1', [id])).toEqual([]);
    });
  });

  it('list in one statement, however many', async () => {
    for (let made = 0; made < 3; made++) await attach(agent, await upload(agent, `list ${made}.txt`, 'x'));
    const connections = jest.spyOn(ReadConnections.prototype, 'run');
    const { files } = await agent.ask<{ files: { nodes: ShownFile[] } }>(`query ($recordId: ID!) { files(subject: "lead", recordId: $recordId) { nodes { ${FILE} } totalCount } }`, { recordId: leadId });
    const statements = connections.mock.calls.flatMap(([sent]) => sent.filter(({ name }) => name !== 'enter')).length;
    connections.mockRestore();
    expect([files.nodes.length > 3, statements]).toEqual([true, 1]);
  });
});
