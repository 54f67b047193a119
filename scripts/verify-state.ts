import { startTestCluster } from './lib/test-cluster.mjs';

/**
 * npm run verify:state [-- --only=updateLead,winDeal]: does every mutation of the schema that it can, and compares what lists of staff, a
 * client and an outsider become by `recordChanges` alone with what they would load afresh. Prints every mutation with what it found or
 * why it could not be done; ends with 1 when a list differs.
 */
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',');
const cluster = await startTestCluster();
Object.assign(process.env, cluster.env, { THROUGHLINE_TEST_OFF: '' });
const figures = { done: 0, uncovered: 0, differing: 0 };
try {
  // Only now: the harness reads the environment when it is loaded.
  const [{ makeWorld }, { scopeOf }, { StateCheck }] = await Promise.all([import('./verify/access/world.js'), import('./verify/access/verify.js'), import('./verify/state/run.js')]);
  const world = await makeWorld();
  try {
    const scope = scopeOf(world);
    const check = await StateCheck.open(world, scope);
    for (const plan of scope.plans.filter(({ operation: { root, name } }) => root === 'mutation' && (!only || only.includes(name)))) {
      const { mutation, uncovered, differences } = await check.run(plan);
      if (uncovered === null) figures.done++;
      else figures.uncovered++;
      if (differences.length > 0) figures.differing++;
      console.log(`${mutation}: ${differences.join('; ') || (uncovered === null ? 'equal' : `not done (${uncovered})`)}`);
    }
    check.close();
  } finally {
    await world.close();
  }
} finally {
  await cluster.stop();
}
for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${value}`);
process.exit(figures.differing > 0 || figures.done === 0 ? 1 : 0);
