import 'reflect-metadata';
import { Client } from 'pg';
import { recountWorkTrees } from '@throughline/delivery/progress';
import { systemActor } from '@throughline/platform/access';
import { openDelivery } from '../libs/delivery/tasks/testing/delivery.js';
import { runStorm } from '../libs/delivery/tasks/testing/storm.js';
import { createTestDatabase, type TestDatabase } from '../libs/testing/database.js';
import { seedOrganization } from '../libs/testing/organization.js';
import { startTestCluster } from './lib/test-cluster.mjs';

/**
 * A random storm over work trees by several writers at once, through the services; then every stored sum, counter and status
 * is compared with a recount from the leaves. Starts a database of its own.
 *
 *   npm run verify:progress -- [--seed=1] [--operations=20000] [--writers=8] [--projects=6]
 */
const option = (name: string, fallback: number): number => {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`)) ?? (process.argv.includes(`--${name}`) ? `=${process.argv[process.argv.indexOf(`--${name}`) + 1]}` : undefined);
  const value = given === undefined ? fallback : Number(given.slice(given.indexOf('=') + 1));
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1 on.`);
  return value;
};
const seed = option('seed', Math.floor(Math.random() * 1_000_000) + 1);
const operations = option('operations', 20_000);
const writers = option('writers', 8);
const projects = option('projects', 6);
/** How often the trees are recounted while they are being changed. */
const LOOKS = 5;

const cluster = await startTestCluster();
Object.assign(process.env, cluster.env);
let differences = -1;
try {
  differences = await storms(await createTestDatabase());
} catch (error) {
  console.error(error);
} finally {
  await cluster.stop();
}
process.exit(differences === 0 ? 0 : 1);

/** @returns how many stored values differ from their recount */
async function storms(database: TestDatabase): Promise<number> {
  const organization = await seedOrganization(database, 'Storm');
  const customerId = await organization.addCustomer();
  const delivery = await openDelivery(database.appUrl, writers + 2);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    console.log(`seed: ${seed}`);
    const started = Date.now();
    const actor = { ...systemActor(organization.id), userId: organization.users.ADMIN.id };
    const kinds: Record<string, number> = {};
    const refused: Record<string, number> = {};
    let applied = 0;
    let nodes = 0;
    let found = 0;
    for (let look = 0; look < LOOKS; look++) {
      const storm = runStorm({ delivery, actor, customerId, seed: seed + look, operations: Math.ceil(operations / LOOKS), writers, projects });
      // One recount in the thick of it: a snapshot of any moment must add up.
      const [result, during] = await Promise.all([storm, recountWorkTrees(owner, organization.id)]);
      const after = await recountWorkTrees(owner, organization.id);
      applied += result.applied;
      add(kinds, result.kinds);
      add(refused, result.refused);
      nodes = after.nodes;
      for (const difference of [...during.differences, ...after.differences].slice(0, 20)) console.log(`difference: ${JSON.stringify(difference)}`);
      found += during.differences.length + after.differences.length;
    }
    for (const [kind, count] of Object.entries(kinds).sort()) console.log(`applied ${kind}: ${count}`);
    for (const [code, count] of Object.entries(refused).sort()) console.log(`refused ${code}: ${count}`);
    console.log(`seconds: ${((Date.now() - started) / 1000).toFixed(1)}`);
    console.log(`operations: ${applied}`);
    console.log(`nodes: ${nodes}`);
    console.log(`differences: ${found}`);
    return found;
  } finally {
    await owner.end();
    await delivery.close();
  }
}

function add(sums: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
}
