import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AuditKey, HeadSigner } from '@throughline/platform/events';
import { createLogger } from '@throughline/platform/observability';
import { Client } from 'pg';
import { type ApiClient, bootApi, signInAs } from '../../libs/testing/api/index.js';
import { seedOrganization, type TestOrganization } from '../../libs/testing/organization.js';
import { startTestCluster } from '../lib/test-cluster.mjs';

/**
 * The audit log over a million events: its list by each filter, and the verification of the chain. Starts a database of its own.
 *
 *   npm run bench:audit -- [--events=1000000]
 */
const events = Number(/^--events=(\d+)$/.exec(process.argv.find((argument) => argument.startsWith('--events=')) ?? '')?.[1] ?? 1_000_000);
/** A page of the list must come within this, milliseconds (quality.md: lists under 100 ms). */
const MOST_MS = 100;
const WARM = 5;
const ROUNDS = 20;
/** The verification may take this much memory, the program itself (some 220) included, however long the log is ... */
const MOST_MB = 400;
/** ... and hold no more than this at once: with less room V8 ends the process, and what grew with the log would not fit. */
const HEAP_MB = 128;

const cluster = await startTestCluster();
Object.assign(process.env, cluster.env);
let good = false;
const api = await bootApi();
const owner = new Client({ connectionString: api.database.ownerUrl });
const folder = mkdtempSync(join(tmpdir(), 'audit-bench-'));
try {
  await owner.connect();
  const agency = await seedOrganization(api.database);
  await fill(agency);
  const admin = await signInAs(api, agency.users.ADMIN.email);
  const [lists, walked] = [await measureLists(admin, agency), await measureVerification()];
  good = lists && walked;
} finally {
  await owner.end();
  await api.close();
  await cluster.stop();
  rmSync(folder, { recursive: true });
}
process.exit(good ? 0 : 1);

/** Writes events as `app.record_events` would, over two years, and chains them. */
async function fill({ id, users }: TestOrganization): Promise<void> {
  const people = Object.values(users).map((user) => user.id);
  await owner.query(
    `WITH made AS (
       INSERT INTO event (organization_id, kind, subject, subject_id, actor_id, actor_tier, request_id, access_before, access_after, detail_digest, occurred_at, address, user_agent)
       SELECT $1, CASE WHEN n % 1000 = 0 THEN 'access.refused' ELSE (ARRAY['task.updated','task.completed','lead.updated','deal.stageMoved','project.updated'])[n % 5 + 1] END,
         (ARRAY['task','task','lead','deal','project'])[n % 5 + 1], md5((n % 50000)::text)::uuid, ($2::uuid[])[n % $3 + 1], 'EMPLOYEE', gen_random_uuid()::text, '{}', '{}',
         app.detail_digest('\\x01', '{"status": {"after": "DONE", "before": "OPEN"}}', '10.0.' || (n % 200) || '.7', 'Browser'),
         now() - ($4 - n) * interval '1 minute', '10.0.' || (n % 200) || '.7', 'Browser'
       FROM generate_series(1, $4::int) n RETURNING id, organization_id),
     detailed AS (INSERT INTO event_detail (event_id, organization_id, salt, changes) SELECT id, organization_id, '\\x01', '{"status": {"after": "DONE", "before": "OPEN"}}' FROM made)
     INSERT INTO event_pending (event_id, organization_id) SELECT id, organization_id FROM made`,
    [id, people, people.length, events],
  );
  for (let more = true; more;) {
    const { rows } = await owner.query<{ assigned: number }>('SELECT assigned FROM app.assign_positions(50000)');
    more = rows.length > 0;
  }
  await owner.query('VACUUM ANALYZE event, event_detail, event_position');
}

async function measureLists(admin: ApiClient, { users }: TestOrganization): Promise<boolean> {
  const query = `query ($filter: AuditEventFilter, $search: String, $refusedOnly: Boolean) { auditEvents(filter: $filter, search: $search, refusedOnly: $refusedOnly, first: 50) {
    nodes { id title occurredAt recordName actorName address changes { label beforeText afterText } } } }`;
  const lists: Record<string, object> = {
    all: {}, person: { filter: { actorId: { eq: users.HR.id } } }, kind: { filter: { kind: { eq: 'lead.updated' } } }, record: { filter: { subjectId: { eq: '00000000-0000-4000-8000-000000000000' } } },
    subject: { filter: { subject: { eq: 'project' } } }, address: { filter: { address: { eq: '10.0.17.7' } } }, request: { filter: { requestId: { eq: 'none' } } },
    'time range': { filter: { occurredAt: { lt: new Date(Date.now() - 200 * 86_400_000).toISOString() } } }, 'person and kind': { filter: { actorId: { eq: users.HR.id }, kind: { eq: 'task.completed' } } },
    'refused only': { refusedOnly: true }, search: { search: 'quality assurance nobody' },
    'rare subject': { filter: { subject: { eq: 'policy' } } }, 'search for a person': { search: users.HR.name }, 'search for a kind': { search: 'stage moved' },
    'search for a refusal': { search: 'refused' }, 'search for an address': { search: '10.0.17.7' },
  };
  let slowest = 0;
  for (const [name, variables] of Object.entries(lists)) {
    const times: number[] = [];
    // The first ones compile the program and load the pages.
    for (let round = -WARM; round < ROUNDS; round++) {
      const started = performance.now();
      await admin.ask(query, variables);
      if (round >= 0) times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.ceil(ROUNDS * share) - 1] ?? 0;
    slowest = Math.max(slowest, at(0.95));
    console.log(`list ${name} ms: ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}`);
  }
  console.log(`slowest p95 of a list ms: ${slowest.toFixed(1)} (at most ${MOST_MS} on a quiet machine; load average ${loadavg()[0]?.toFixed(1) ?? ''})`);
  return slowest <= MOST_MS;
}

/** As an operator runs it: `npm run audit:verify`, a process of its own, whose memory is its own. */
async function measureVerification(): Promise<boolean> {
  const key = AuditKey.inFolder(folder);
  await new HeadSigner({ key, folder, connectionString: api.database.relayUrl, logger: createLogger('silent', 'bench'), print: false }).sign();
  const { stdout, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '--import', './scripts/lib/typescript.mjs', 'scripts/audit-verify.ts'], {
    cwd: resolve(import.meta.dirname, '../..'), encoding: 'utf8', env: { ...process.env, DATABASE_URL: api.database.ownerUrl, AUDIT_DIR: folder },
  });
  console.log(`verification:\n${stdout}${stderr}`);
  const told = (name: string): number => Number(new RegExp(`^${name}: ([\\d.]+)$`, 'm').exec(stdout)?.[1] ?? NaN);
  const good = told('findings') === 0 && told('events') >= events && told('events before a signed head') === told('events') && told('peak memory MB') < MOST_MB;
  console.log(`verification memory MB: ${told('peak memory MB')} (under ${MOST_MB})`);
  return good;
}
