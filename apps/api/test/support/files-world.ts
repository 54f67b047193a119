import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import sharp from 'sharp';
import { CheckFile } from '../../../../libs/common/files/check/check-file.handler.js';

/** What suites ask of a file. */
export const FILE = 'id version name contentType bytes width height hasThumbnail sharedWithClient scan refusal url thumbnailUrl previewUrl subject recordId uploadedBy { name }';

export const mutation = (name: string, answer: string): string =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${answer} errors { code message path } } }`;

export interface ShownFile {
  id: string; version: number; name: string; contentType: string; bytes: string; width: number | null; height: number | null; scan: string; refusal: string | null; url: string | null;
  thumbnailUrl: string | null; previewUrl: string | null; recordId: string | null; sharedWithClient: boolean;
}

/** An API with files on a folder of its own, two organizations, and people who send files. */
export interface FilesWorld {
  /** Where requests go; a suite may put another instance here for a while. */
  api: TestApi;
  owner: Client;
  folder: string;
  agency: TestOrganization;
  rival: TestOrganization;
  admin: ApiClient;
  agent: ApiClient;
  colleague: ApiClient;
  client: ApiClient;
  elsewhere: ApiClient;
  leadId: string;
  customerId: string;
  rows<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  headersOf(who: ApiClient): Record<string, string>;
  /** A request of the upload protocol. */
  tus(who: ApiClient, path: string, method: string, headers?: Record<string, string>, body?: Buffer): Promise<Response>;
  /** The header that names a file. */
  named(name: string): Record<string, string>;
  /** @returns the address of the upload */
  begin(who: ApiClient, name: string, length: number): Promise<string>;
  piece(who: ApiClient, path: string, offset: number, bytes: Buffer, more?: Record<string, string>): Promise<Response>;
  idOf(path: string): string;
  /** @returns the file's id; @throws Error with the answer's text when it is refused */
  upload(who: ApiClient, name: string, content: Buffer | string): Promise<string>;
  /** Why it is refused; `taken` when it is not. */
  refused(who: ApiClient, name: string, content: Buffer | string): Promise<string>;
  /** Does the worker's part for a file. */
  check(id: string): Promise<void>;
  shown(who: ApiClient, id: string): Promise<ShownFile>;
  attach(who: ApiClient, id: string, recordId?: string, subject?: string, sharedWithClient?: boolean): Promise<ShownFile>;
  get(who: ApiClient, path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  png(width?: number, height?: number): Promise<Buffer>;
  /** Names of everything in the store. */
  blobs(): Promise<Set<string>>;
  close(): Promise<void>;
}

export async function openFilesWorld(): Promise<FilesWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-files-'));
  const api = await bootApi({ settings: { storage: { kind: 'DISK', directory: folder }, rateLimits: { addressPerMinute: 0, actorPerMinute: 0 } } });
  const owner = new Client({ connectionString: api.database.ownerUrl });
  await owner.connect();
  const [agency, rival] = [await seedOrganization(api.database), await seedOrganization(api.database, 'Rival')];
  const agent = await signInAs(api, agency.users.SALES_AGENT.email);
  const customerId = await agency.addCustomer('Bakery');
  const { createLead } = await agent.ask<{ createLead: { lead: { id: string } } }>(mutation('createLead', 'lead { id }'), { input: { name: 'Zora', departmentId: agency.departments.sales, ownerId: agency.users.SALES_AGENT.id } });
  /** Bodies that nobody reads keep their connections open, and with them the process. */
  const answers: Response[] = [];
  const ask = async (path: string, request: RequestInit): Promise<Response> => {
    const answer = await fetch(`${world.api.url}${path}`, request);
    answers.push(answer);
    return answer;
  };
  const world: FilesWorld = {
    api, owner, folder, agency, rival, agent, customerId, leadId: createLead.lead.id,
    admin: await signInAs(api, agency.users.ADMIN.email),
    colleague: await signInAs(api, agency.users.TEAM_MEMBER.email),
    elsewhere: await signInAs(api, rival.users.ADMIN.email),
    client: await signInAs(api, (await agency.addUser({ name: 'Clara Client', roles: ['CLIENT_MEMBER'], customerId })).email),
    rows: async <Row extends object>(sql: string, parameters: unknown[] = []) => (await owner.query<Row>(sql, parameters)).rows,
    headersOf: (who) => ({ cookie: `tl_access=${encodeURIComponent(who.cookie('tl_access') ?? '')}` }),
    tus: (who, path, method, headers = {}, body) =>
      ask(path, { method, headers: { 'tus-resumable': '1.0.0', ...world.headersOf(who), ...headers }, ...(body ? { body: new Uint8Array(body) } : {}) }),
    named: (name) => ({ 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` }),
    async begin(who, name, length) {
      const answer = await world.tus(who, '/files/uploads', 'POST', { 'upload-length': String(length), ...world.named(name) });
      if (answer.status !== 201) throw new Error(await answer.text());
      return answer.headers.get('location')!;
    },
    piece: (who, path, offset, bytes, more = {}) => world.tus(who, path, 'PATCH', { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...more }, bytes),
    idOf: (path) => path.split('/').at(-1)!,
    async upload(who, name, content) {
      const bytes = Buffer.from(content);
      const path = await world.begin(who, name, bytes.length);
      const answer = await world.piece(who, path, 0, bytes);
      if (answer.status !== 204) throw new Error(await answer.text());
      return world.idOf(path);
    },
    refused: (who, name, content) => world.upload(who, name, content).then(() => 'taken', (error: Error) => (JSON.parse(error.message) as { errors: [{ message: string }] }).errors[0].message),
    async check(id) {
      const { nest } = world.api.app;
      const once = <T>(body: (work: never) => Promise<T>): Promise<T> => nest.get(UnitOfWork, { strict: false }).run(systemActor(agency.id), body as never);
      await nest.get(CheckFile, { strict: false }).handle({ id: newId(), payload: { fileId: id }, actor: systemActor(agency.id), attempt: 1, once: once as never });
    },
    shown: async (who, id) => (await who.ask<{ file: ShownFile }>(`query ($id: ID!) { file(id: $id) { ${FILE} } }`, { id })).file,
    attach: async (who, id, recordId = world.leadId, subject = 'lead', sharedWithClient = false) =>
      (await who.ask<{ attachFiles: { files: ShownFile[] } }>(mutation('attachFiles', `files { ${FILE} }`), { input: { fileIds: [id], subject, recordId, sharedWithClient } })).attachFiles.files[0]!,
    get: (who, path, headers = {}, method = 'GET') => ask(path, { method, headers: { ...world.headersOf(who), ...headers } }),
    png: (width = 900, height = 600) => sharp({ create: { width, height, channels: 3, background: '#a03' } }).png().toBuffer(),
    blobs: async () => new Set((await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)),
    async close() {
      for (const { bodyUsed, body } of answers) if (!bodyUsed) await body?.cancel();
      await owner.end();
      await api.close();
      await rm(folder, { recursive: true });
    },
  };
  return world;
}
