import 'reflect-metadata';
import { recountWorkTrees } from '@throughline/delivery/progress';
import { systemActor } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import type { Client } from 'pg';
import { type Delivery, openDelivery } from '../../libs/delivery/tasks/testing/delivery.js';
import { createTestDatabase } from '../../libs/testing/database.js';
import { seedOrganization } from '../../libs/testing/organization.js';
import { startTestCluster } from '../lib/test-cluster.mjs';
import { asOwner } from './lib/database.js';

/**
 * What a status change costs that rolls up six levels (leaf, three parents, project, outer project) in a project of 100,000
 * tasks, against the same in one of 100: interleaved rounds on one connection, through the services. Fails when the large one
 * costs more than 1.25 x the small one. Starts a database of its own, which does not wait for the disk: only the ratio counts.
 *
 *   npm run bench:rollup -- [--rounds=20] [--changes=50]
 */
const option = (name: string, fallback: number): number => Number(process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const ROUNDS = option('rounds', 20);
const CHANGES = option('changes', 50);
const MOST = 1.25;
const SIZES = { small: 100, large: 100_000 } as const;

interface Ground {
  actor: Actor;
  /** A leaf with three parents, in a sub-project. */
  leaf: string;
}

const cluster = await startTestCluster();
Object.assign(process.env, cluster.env);
const database = await createTestDatabase();
let ratio = Infinity;
try {
  const delivery = await openDelivery(database.appUrl, 1);
  try {
    const grounds = { small: await ground(delivery, SIZES.small), large: await ground(delivery, SIZES.large) };
    await asOwner(database.ownerUrl, (owner) => owner.query('VACUUM ANALYZE task, project'));
    const times: Record<keyof typeof SIZES, number[]> = { small: [], large: [] };
    for (let round = -2; round < ROUNDS; round++) {
      for (const size of ['small', 'large'] as const) {
        const taken = await change(delivery, grounds[size], round < 0 ? 200 : CHANGES);
        if (round >= 0) times[size].push(taken);
      }
    }
    const small = median(times.small);
    const large = median(times.large);
    ratio = large / small;
    const { differences } = await asOwner(database.ownerUrl, (owner) => recountWorkTrees(owner, grounds.large.actor.organizationId));
    console.log(`rollup.small.tasks: ${SIZES.small}`);
    console.log(`rollup.small.ms: ${small.toFixed(2)}`);
    console.log(`rollup.large.tasks: ${SIZES.large}`);
    console.log(`rollup.large.ms: ${large.toFixed(2)}`);
    console.log(`rollup.ratio: ${ratio.toFixed(2)}`);
    console.log(`differences: ${differences.length}`);
    if (differences.length > 0) ratio = Infinity;
  } finally {
    await delivery.close();
  }
} catch (error) {
  console.error(error);
} finally {
  await cluster.stop();
}
process.exit(ratio <= MOST ? 0 : 1);

/** An outer project with a part of so many tasks, and among them a chain of four. */
async function ground(delivery: Delivery, size: number): Promise<Ground> {
  const organization = await seedOrganization(database, `Roll-up ${size}`);
  const actor: Actor = { ...systemActor(organization.id), userId: organization.users.ADMIN.id, historical: true };
  const customerId = await organization.addCustomer();
  const outer = await delivery.approvedProject(actor, { name: 'Outer', customerId });
  const part = await delivery.projects.create(actor, { name: 'Part', customerId, parentProjectId: outer });
  await delivery.statuses.move(actor, { id: part, version: 1, move: 'SUBMIT' });
  await delivery.statuses.judge(actor, part, 2, { decision: 'APPROVED', feasibility: 'y', budget: 'y', resources: 'y', risk: 'n' });
  let parentId = await delivery.creation.create(actor, { projectId: part, title: 'Level 3', estimateMinutes: 60 });
  for (let level = 4; level <= 6; level++) parentId = await delivery.creation.create(actor, { parentId, title: `Level ${level}` });
  await asOwner(database.ownerUrl, (owner) => fill(owner, organization.id, customerId, part, size));
  return { actor, leaf: parentId };
}

/** Untouched tasks on the first level, and the sums they make, in two statements. */
async function fill(owner: Client, organizationId: string, customerId: string, projectId: string, size: number): Promise<void> {
  await owner.query(
    `INSERT INTO task (id, organization_id, project_id, position, title, weight, work_total, customer_id)
     SELECT gen_random_uuid(), $1, $2, 10 + n, 'Filler ' || n, 30, 30, $3 FROM generate_series(1, $4::integer) n`,
    [organizationId, projectId, customerId, size],
  );
  await owner.query(
    `UPDATE project SET work_total = work_total + $3::bigint * 30, children_todo = children_todo + CASE WHEN id = $2 THEN $3::integer ELSE 0 END WHERE organization_id = $1`,
    [organizationId, projectId, size],
  );
}

/** @returns milliseconds for one change */
async function change(delivery: Delivery, { actor, leaf }: Ground, changes: number): Promise<number> {
  const [row] = await delivery.unitOfWork.run(actor, (work) => work.query<{ version: number; own_status: string }>('SELECT version, own_status FROM task WHERE id = $1', [leaf]));
  let { version } = row!;
  let status: 'IN_PROGRESS' | 'TODO' = row!.own_status === 'TODO' ? 'IN_PROGRESS' : 'TODO';
  const started = performance.now();
  for (let index = 0; index < changes; index++) {
    await delivery.works.changeStatus(actor, { id: leaf, version: version++, status });
    status = status === 'TODO' ? 'IN_PROGRESS' : 'TODO';
  }
  return (performance.now() - started) / changes;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
