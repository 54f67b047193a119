import { readFileSync } from 'node:fs';
import type { Actor } from '@throughline/platform/kernel';
import { problems, refusal, type SalesTestBed, salesTestBed } from '../testing/test-bed.js';
import type { ImportChoices } from './import.service.js';
import type { ImportReport } from './import.types.js';
import { BATCH_ROWS } from './import-runner.js';
import { MAX_FILE_BYTES, MAX_WAITING } from './upload.service.js';

let bed: SalesTestBed;
beforeAll(async () => (bed = await salesTestBed()));
afterAll(() => bed.close());

async function* pieces(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const upload = (file: string | Buffer, actor: Actor = bed.manager, size?: number): Promise<string> => bed.uploads.store(actor, 'leads.csv', pieces(Buffer.from(file), size));

interface StoredImport {
  version: number; status: string; rows_done: number; rows_total: number; rows_created: number; rows_updated: number; rows_unchanged: number; rows_skipped: number; rows_refused: number;
  report: ImportReport; failure: string | null; finished_at: Date | null; detected: { encoding: string; delimiter: string; columns: { name: string; remark: string | null; samples: string[] }[] };
}
const stored = async (id: string): Promise<StoredImport> => (await bed.rows<StoredImport>('SELECT * FROM lead_import WHERE id = $1', [id]))[0]!;
const leadsOf = (id: string): Promise<Record<string, unknown>[]> => bed.rows('SELECT * FROM lead WHERE import_id = $1 ORDER BY id', [id]);
const refusals = (id: string): Promise<{ line: number; problem: string }[]> => bed.rows('SELECT line, problem FROM lead_import_refusal WHERE import_id = $1 ORDER BY line', [id]);
const started = async (id: string, settings: ImportChoices = {}, actor: Actor = bed.manager): Promise<string> =>
  bed.imports.start(actor, { id, version: (await stored(id)).version, settings }, 'CALLER');
const imported = async (file: string | Buffer, settings: ImportChoices = {}): Promise<StoredImport & { id: string }> => {
  const id = await upload(file);
  await started(id, settings);
  await bed.runner.run(bed.manager, id);
  return { ...(await stored(id)), id };
};

describe('an import', () => {
  it('turns rows into leads with score, owner, tags and historical events, and forgets the file', async () => {
    const owner = bed.organization.users.SALES_AGENT.id;
    const outcome = await imported('Name;E-mail;Budget;Created;Colour\r\nAna Ruiz;ANA@one.example.com;1.200,50;21.11.2025;blue\r\n"Bo; Berg";bo@one.example.com;;;\r\n', { ownerId: owner, tags: ['fair'], source: 'Fair' });
    expect(outcome).toMatchObject({ status: 'DONE', rows_done: 2, rows_total: 2, rows_created: 2, rows_refused: 0 });
    expect(outcome.finished_at).not.toBeNull();
    const [ana, bo] = await leadsOf(outcome.id);
    expect(ana).toMatchObject({
      name: 'Ana Ruiz', email: 'ana@one.example.com', dedupe_key: 'email:ana@one.example.com', budget_minor: '120050', currency: 'USD', source: 'Fair', tags: ['fair'], extra: { Colour: 'blue' },
      created_at: new Date('2025-11-21T00:00:00Z'), historical: true, owner_id: owner, department_id: bed.organization.departments.sales, status: 'NEW', score: 18, display_name: 'Ana Ruiz',
    });
    expect(bo).toMatchObject({ name: 'Bo; Berg', budget_minor: null, extra: {} });
    const [event, ...more] = await bed.events(ana!['id'] as string);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ kind: 'lead.created', historical: true, actor_id: bed.organization.users.SALES_MANAGER.id, changes: { email: { before: null, after: 'ana@one.example.com' } } });
    expect((await bed.events(outcome.id)).map(({ kind }) => kind)).toEqual(['leadImport.uploaded', 'leadImport.started', 'leadImport.finished']);
    expect(await bed.rows('SELECT 1 FROM lead_import_piece WHERE import_id = $1', [outcome.id])).toEqual([]);
  });

  it('brings the X Education data in completely, and a second time nothing', async () => {
    const sample = readFileSync(`${import.meta.dirname}/../testing/leads-sample.csv`);
    const first = await imported(sample);
    expect(first).toMatchObject({ status: 'DONE', rows_created: 20, rows_refused: 0, detected: { encoding: 'UTF_8', delimiter: ',', preset: 'X_EDUCATION' } });
    const leads = await leadsOf(first.id);
    const converted = leads.filter((lead) => lead['status'] === 'CONVERTED');
    expect([leads.length, converted.length]).toEqual([20, sample.toString().split('\n').filter((line) => /^[0-9a-f-]{36},\d+,[^,]*,[^,]*,[^,]*,[^,]*,1,/.test(line)).length]);
    expect(converted[0]).toMatchObject({ historical: true, converted_customer_id: null, closed_at: null });
    expect(first.report.columns.filter((column) => column.field).length).toBe(15);
    expect(first.report.columns.at(-1)).toMatchObject({ name: 'Column 38', field: null, filled: 0, empty: 20 });
    expect(await imported(sample)).toMatchObject({ status: 'DONE', rows_created: 0, rows_skipped: 20 });
    expect(await imported(sample, { onDuplicate: 'UPDATE' })).toMatchObject({ status: 'DONE', rows_created: 0, rows_unchanged: 20, rows_updated: 0 });
    expect(await leadsOf(first.id)).toEqual(leads);
  });

  it('fills in what the file adds, never status or owner', async () => {
    const id = await bed.leads.create(bed.manager, { name: 'Fill', email: 'fill@example.org', company: 'Old', tags: ['mine'] });
    const [before] = await bed.rows<{ owner_id: string }>('SELECT owner_id FROM lead WHERE id = $1', [id]);
    const outcome = await imported('Email,Company,Phone,Status,Tags,Note X\nfill@example.org,New,+14155550100,Lost,theirs,kept\n', { onDuplicate: 'UPDATE', ownerId: bed.organization.users.SALES_AGENT.id });
    expect(outcome).toMatchObject({ rows_updated: 1, rows_created: 0 });
    expect((await bed.rows('SELECT * FROM lead WHERE id = $1', [id]))[0]).toMatchObject({
      version: 2, name: 'Fill', company: 'New', phone: '+14155550100', status: 'NEW', tags: ['mine', 'theirs'], extra: { 'Note X': 'kept' }, owner_id: before!.owner_id, historical: false, import_id: null, score: 12,
    });
    expect((await bed.events(id)).at(-1)).toMatchObject({ kind: 'lead.updated', historical: true, changes: { company: { before: 'Old', after: 'New' }, score: { before: 8, after: 12 } } });
  });

  it('changes no lead that its starter may not change', async () => {
    const id = await bed.leads.create(bed.manager, { name: 'Theirs', email: 'theirs@example.org' });
    const limited = bed.actor(['lead.read', 'lead.create', 'lead.update:OWN', 'leadImport.read', 'leadImport.create']);
    const importId = await upload('Email,Company\ntheirs@example.org,New\n', limited);
    await started(importId, { onDuplicate: 'UPDATE' }, limited);
    await bed.runner.run(limited, importId);
    expect(await stored(importId)).toMatchObject({ status: 'DONE', rows_refused: 1, rows_updated: 0 });
    expect(await refusals(importId)).toEqual([{ line: 2, problem: 'This lead is there already, and you may not change it.' }]);
    expect((await bed.rows('SELECT company FROM lead WHERE id = $1', [id]))[0]).toEqual({ company: null });
  });

  it('takes rows of the same lead for one', async () => {
    const file = 'Email,Company,City\ntwin@example.org,A,\nother@example.org,B,\nTWIN@example.org,,Berlin\n';
    expect(await imported(file)).toMatchObject({ rows_created: 2, rows_skipped: 1 });
    const updated = await imported(file.replaceAll('example.org', 'twin.example.com'), { onDuplicate: 'UPDATE' });
    expect(updated).toMatchObject({ rows_created: 2, rows_updated: 1 });
    expect((await leadsOf(updated.id)).find((lead) => lead['company'] === 'A')).toMatchObject({ city: 'Berlin', version: 1 });
  });

  it('creates no lead twice when two imports of a file run at once', async () => {
    const file = `Email\n${Array.from({ length: 1_200 }, (_, index) => `race${index}@example.org`).join('\n')}\n`;
    const ids = [await upload(file), await upload(file)];
    for (const id of ids) await started(id);
    await Promise.all(ids.map((id) => bed.runner.run(bed.manager, id)));
    const outcomes = await Promise.all(ids.map(stored));
    expect(outcomes.map(({ status }) => status)).toEqual(['DONE', 'DONE']);
    expect(outcomes.reduce((sum, { rows_created: created }) => sum + created, 0)).toBe(1_200);
    expect((await bed.rows(`SELECT dedupe_key FROM lead WHERE dedupe_key LIKE 'email:race%' GROUP BY dedupe_key HAVING count(*) > 1`))).toEqual([]);
  });

  it('goes on where it was interrupted, and two runs at once do it once', async () => {
    const rows = BATCH_ROWS * 3 + 7;
    const id = await upload(`Email,Notes\n${Array.from({ length: rows }, (_, index) => `resume${index}@example.org,"a\nb"`).join('\n')}\n`);
    await started(id);
    const crash = new Error('the power went');
    await expect(bed.runner.run(bed.manager, id, ({ rowsDone }) => { if (rowsDone === BATCH_ROWS) throw crash; })).rejects.toBe(crash);
    expect(await stored(id)).toMatchObject({ status: 'RUNNING', rows_done: BATCH_ROWS });
    await Promise.all([bed.runner.run(bed.manager, id), bed.runner.run(bed.manager, id)]);
    const outcome = await stored(id);
    expect(outcome).toMatchObject({ status: 'DONE', rows_done: rows, rows_created: rows, rows_total: rows });
    expect(outcome.report.columns.map(({ filled }) => filled)).toEqual([rows, rows]);
    expect(await leadsOf(id)).toHaveLength(rows);
    await bed.runner.run(bed.manager, id);
    expect(await leadsOf(id)).toHaveLength(rows);
  });

  it('ends where it is cancelled', async () => {
    const id = await upload(`Email\n${Array.from({ length: BATCH_ROWS * 2 }, (_, index) => `cancel${index}@example.org`).join('\n')}\n`);
    await started(id);
    let cancelled: Promise<string> | undefined;
    await bed.runner.run(bed.manager, id, () => { cancelled ??= stored(id).then(({ version }) => bed.imports.cancel(bed.manager, { id, version })); });
    await cancelled;
    const outcome = await stored(id);
    expect(['CANCELLED', 'DONE']).toContain(outcome.status);
    expect(await leadsOf(id)).toHaveLength(outcome.rows_created);
    expect(await bed.rows('SELECT 1 FROM lead_import_piece WHERE import_id = $1', [id])).toEqual([]);
  });
});

describe('bad files', () => {
  it('broken quotes, wrong columns and nobody cost their row only, with its line', async () => {
    const outcome = await imported([
      'Name,Email', 'Good,good1@bad.example.com', 'Cut,"never closed', 'Junk,"x"y@bad.example.com', 'One cell', 'Three,cells,here', ',', ' , ', '"Multi', 'line",good2@bad.example.com', 'Last,good3@bad.example.com', '',
    ].join('\n'));
    expect(outcome).toMatchObject({ status: 'DONE', rows_created: 3, rows_refused: 6 });
    expect(await refusals(outcome.id)).toEqual([
      { line: 3, problem: 'Column 2 goes on after its closing quote. Write a quote inside a quoted cell twice.' },
      { line: 4, problem: 'Column 2 goes on after its closing quote. Write a quote inside a quoted cell twice.' },
      { line: 5, problem: 'This row has 1 cell, the header has 2. A delimiter inside a value needs quotes around the value.' },
      { line: 6, problem: 'This row has 3 cells, the header has 2. A delimiter inside a value needs quotes around the value.' },
      { line: 7, problem: 'This row has no name, company, e-mail address, telephone number or external id.' },
      { line: 8, problem: 'This row has no name, company, e-mail address, telephone number or external id.' },
    ]);
    expect(outcome.report.refusals.reduce((sum, { rows }) => sum + rows, 0)).toBe(6);
    expect((await leadsOf(outcome.id)).map((lead) => lead['name']).sort()).toEqual(['Good', 'Last', 'Multi line']);
  });

  it.each<[string, Buffer]>([
    ['UTF-16LE', Buffer.from('\ufeffName\tEmail\nJosé Müller\tjose1@enc.example.com\n', 'utf16le')],
    ['UTF-16BE', Buffer.from('\ufeffName\tEmail\nJosé Müller\tjose2@enc.example.com\n', 'utf16le').swap16()],
    ['Latin-1', Buffer.from('Name;Email\nJosé Müller;jose3@enc.example.com\n', 'latin1')],
    ['UTF-8 with a mark', Buffer.from('\ufeffName,Email\nJosé Müller,jose4@enc.example.com\n')],
  ])('%s is read as what it is', async (_, bytes) => {
    const outcome = await imported(bytes);
    expect((await leadsOf(outcome.id)).map((lead) => lead['name'])).toEqual(['José Müller']);
  });

  it('can be read in another way than it was guessed', async () => {
    const id = await upload(Buffer.from('Name;Email\nJosé;jose5@enc.example.com\n', 'latin1'));
    expect((await bed.imports.preview(bed.manager, id, {})).rows[0]!.values.name).toBe('José');
    expect((await bed.imports.preview(bed.manager, id, { encoding: 'UTF_8' })).rows[0]!.values.name).toBe('Jos\ufffd');
    expect((await bed.imports.preview(bed.manager, id, { delimiter: ',' })).detected.columns.map(({ name }) => name)).toEqual(['Name;Email']);
  });

  it('characters that a database cannot store cost nothing', async () => {
    const outcome = await imported('Name,Email,Note\nA\u0008na,nul@example.org,"x\u0001y"\n,,\u0002\n');
    expect(outcome).toMatchObject({ rows_created: 1, rows_refused: 1 });
    expect((await leadsOf(outcome.id))[0]).toMatchObject({ name: 'Ana', extra: { Note: 'xy' } });
  });

  it('formulas come in as text, are counted, and go out harmless', async () => {
    const outcome = await imported('Name,Email,Note\n=1+1,formula@example.org,"=HYPERLINK(""http://x"",""y"")"\n@cmd,,x,too many\n');
    expect(outcome.report.columns.map(({ formulas }) => formulas)).toEqual([1, 0, 1]);
    expect((await leadsOf(outcome.id))[0]).toMatchObject({ name: '=1+1', extra: { Note: '=HYPERLINK("http://x","y")' } });
    expect(await bed.imports.refusedCsv(bed.manager, outcome.id)).toBe(
      '\ufeffLine,Problem,Name,Email,Note\r\n3,"This row has 4 cells, the header has 3. A delimiter inside a value needs quotes around the value.",\'@cmd,,x,too many\r\n',
    );
  });

  it('doubled headers are told apart', async () => {
    const outcome = await imported('Name,Name,,Email\nAna,Second,third,double@example.org\n');
    expect(outcome.detected.columns.map(({ name, remark }) => [name, remark !== null])).toEqual([['Name', false], ['Name (2)', true], ['Column 3', true], ['Email', false]]);
    expect((await leadsOf(outcome.id))[0]).toMatchObject({ name: 'Ana', extra: { 'Name (2)': 'Second', 'Column 3': 'third' } });
  });

  it('keeps the first thousand refused rows and counts the rest', async () => {
    const outcome = await imported(`Email,City\n${'x,y,z\n'.repeat(1_100)}`);
    expect(outcome).toMatchObject({ status: 'DONE', rows_refused: 1_100, rows_created: 0 });
    expect(await refusals(outcome.id)).toHaveLength(1_000);
  });

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'VALIDATION_FAILED file'],
    ['empty headers', ',,\na,b,c\n', 'VALIDATION_FAILED file'],
    ['a broken header', '"Name,Email\nx"y\n', 'VALIDATION_FAILED file'],
    ['Excel', Buffer.from('PK\u0003\u0004xxxx'), 'VALIDATION_FAILED file'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xd, 0x49, 0, 0, 1]), 'VALIDATION_FAILED file'],
    ['400 columns', `${'a,'.repeat(400)}\n`, 'LIMIT_EXCEEDED file'],
  ])('%s is refused at once and leaves nothing behind', async (_, file, expected) => {
    const before = (await bed.rows('SELECT 1 FROM lead_import')).length;
    expect(await refusal(upload(file))).toEqual([expected]);
    expect(await bed.rows('SELECT 1 FROM lead_import')).toHaveLength(before);
  });

  it('refuses 50 MB and a byte while it arrives, keeps nothing of it, and takes 50 MB in flat memory', async () => {
    const row = Buffer.from(`${'x'.repeat(1_023)}\n`);
    async function* large(bytes: number): AsyncGenerator<Buffer> {
      yield Buffer.from('Email\n');
      for (let sent = 6; sent < bytes; sent += row.length) yield row.subarray(0, Math.min(row.length, bytes - sent));
    }
    expect(await refusal(bed.uploads.store(bed.manager, 'large.csv', large(MAX_FILE_BYTES + 1)))).toEqual(['LIMIT_EXCEEDED file']);
    expect(await bed.rows(`SELECT 1 FROM lead_import WHERE file_name = 'large.csv'`)).toEqual([]);
    const before = process.memoryUsage().rss;
    const id = await bed.uploads.store(bed.manager, 'large.csv', large(MAX_FILE_BYTES));
    expect((await bed.rows('SELECT sum(length(bytes)) AS bytes FROM lead_import_piece WHERE import_id = $1', [id]))[0]).toEqual({ bytes: String(MAX_FILE_BYTES) });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    await bed.imports.cancel(bed.manager, { id, version: (await stored(id)).version });
  });

  it('leaves nothing of an upload that breaks off', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(600_000, 'a,b\n');
      throw new Error('aborted');
    }
    const before = (await bed.rows('SELECT 1 FROM lead_import')).length;
    await expect(bed.uploads.store(bed.manager, 'broken.csv', broken())).rejects.toThrow('aborted');
    expect(await bed.rows('SELECT 1 FROM lead_import')).toHaveLength(before);
  });
});

describe('preview and settings', () => {
  it('shows the first rows and the mistakes without writing anything', async () => {
    const id = await upload('Name,Email,Budget\nAna,ana@preview.example.com,12\nBo,nobody,lots\nbroken\n');
    const before = (await bed.rows('SELECT 1 FROM lead')).length;
    const preview = await bed.imports.preview(bed.manager, id, {});
    expect(preview).toMatchObject({ rowsRead: 3, rowsRefused: 1, refused: [{ line: 4 }] });
    expect((await stored(id)).rows_total).toBe(3);
    expect((await stored(await upload('Name\nAna\nBo'))).rows_total).toBe(2);
    expect(preview.rows.map((row) => [row.line, row.values.name, row.cells])).toEqual([[2, 'Ana', ['FILLED', 'FILLED', 'FILLED']], [3, 'Bo', ['FILLED', 'REFUSED', 'REFUSED']]]);
    expect(preview.report.columns[1]).toMatchObject({ field: 'email', filled: 2, refused: 1, refusedSamples: ['nobody'] });
    expect(await bed.rows('SELECT 1 FROM lead')).toHaveLength(before);
  });

  it('fields can be chosen', async () => {
    const outcome = await imported('A,B\nAcme,acme@map.example.com\n', { mapping: [{ column: 0, field: 'company' }, { column: 1, field: 'email' }], emptyValues: [], dateOrder: 'DMY', currency: 'EUR' });
    expect((await leadsOf(outcome.id))[0]).toMatchObject({ company: 'Acme', email: 'acme@map.example.com', currency: 'EUR' });
  });

  it.each<[string, ImportChoices, string]>([
    ['no identity', { mapping: [{ column: 0, field: 'city' }] }, 'VALIDATION_FAILED settings.mapping'],
    ['a column twice', { mapping: [{ column: 0, field: 'name' }, { column: 0, field: 'email' }] }, 'VALIDATION_FAILED settings.mapping'],
    ['a field twice', { mapping: [{ column: 0, field: 'name' }, { column: 1, field: 'name' }] }, 'VALIDATION_FAILED settings.mapping'],
    ['a column that is not there', { mapping: [{ column: 2, field: 'name' }] }, 'VALIDATION_FAILED settings.mapping'],
    ['a stranger as owner', { ownerId: '01900000-0000-7000-8000-000000000000' }, 'NOT_FOUND settings.ownerId'],
  ])('refuses %s', async (_, settings, expected) => {
    const id = await upload('Name,Email\nAna,a@set.example.com\n');
    expect(await refusal(started(id, settings))).toEqual([expected]);
    // A preview without anybody's name still shows the columns to choose from.
    expect(await refusal(bed.imports.preview(bed.manager, id, settings))).toEqual(settings.mapping?.[0]?.field === 'city' ? [] : [expected]);
    await bed.imports.cancel(bed.manager, { id, version: (await stored(id)).version });
  });

  it('is started once', async () => {
    const id = await upload('Name\nAna Once\n');
    const outcomes = await Promise.all([1, 2].map(() => refusal(started(id))));
    expect(outcomes.flat()).toHaveLength(1);
    await bed.runner.run(bed.manager, id);
    expect(await refusal(started(id))).toEqual(['ILLEGAL_TRANSITION status']);
    expect(await refusal(bed.imports.preview(bed.manager, id, {}))).toEqual(['PRECONDITION_FAILED']);
  });

  it('goes into the queue in the same transaction', async () => {
    const id = await upload('Name\nAna Queue\n');
    await bed.imports.start(bed.manager, { id, version: 2, settings: {} });
    expect(await bed.rows(`SELECT payload, done_at FROM due_work WHERE kind = 'leadImport.run' AND payload->>'importId' = $1`, [id])).toEqual([{ payload: { importId: id }, done_at: null }]);
  });
});

describe('rights', () => {
  it('are asked for at every step', async () => {
    const id = await upload('Name\nAna Rights\n');
    const reader = bed.actor(['leadImport.read', 'lead.read']);
    expect(await refusal(upload('Name\nx\n', reader))).toEqual(['FORBIDDEN']);
    expect(await refusal(bed.imports.start(reader, { id, version: 2, settings: {} }))).toEqual(['FORBIDDEN']);
    expect(await refusal(bed.imports.cancel(reader, { id, version: 2 }))).toEqual(['FORBIDDEN']);
    expect(await refusal(bed.imports.start(bed.actor(['leadImport.read', 'leadImport.create', 'lead.read']), { id, version: 2, settings: {} }))).toEqual(['FORBIDDEN settings.ownerId']);
    for (const operation of [
      () => bed.imports.preview(bed.outsider, id, {}), () => bed.imports.start(bed.outsider, { id, version: 2, settings: {} }), () => bed.imports.cancel(bed.outsider, { id, version: 2 }),
      () => bed.imports.refusedCsv(bed.outsider, id), () => bed.imports.preview(bed.actor(['leadImport.read:OWN', 'leadImport.create:OWN']), id, {}),
    ]) expect(await problems(operation())).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }]);
    await bed.imports.cancel(bed.manager, { id, version: 2 });
  });

  it('let nobody fill the store with files that are never started', async () => {
    const somebody = bed.actor(['leadImport.read', 'leadImport.create', 'lead.create', 'lead.read'], bed.organization.users.MARKETING.id);
    for (let count = 0; count < MAX_WAITING; count++) await upload('Name\nx\n', somebody);
    expect(await refusal(upload('Name\nx\n', somebody))).toEqual(['LIMIT_EXCEEDED file']);
    await bed.rows(`UPDATE lead_import SET created_at = now() - interval '2 days' WHERE owner_id = $1`, [somebody.userId]);
    expect(await refusal(upload('Name\nx\n', somebody))).toEqual([]);
    expect((await bed.rows(`SELECT status, count(*)::int AS count FROM lead_import WHERE owner_id = $1 GROUP BY status ORDER BY status`, [somebody.userId]))).toEqual([{ status: 'CANCELLED', count: MAX_WAITING }, { status: 'UPLOADED', count: 1 }]);
  });
});
