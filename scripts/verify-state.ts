import { startTestCluster } from './lib/test-cluster.mjs';

/**
 * npm run verify:state [-- --only=updateLead,winDeal] [--area=sales]: does every mutation of the schema and compares what lists of an
 * administrator, staff, a client and an outsider become by `recordChanges` alone with what they would load afresh. Prints every mutation
 * with what it found; ends with 1 when a list differs or a mutation was not done. The same run as apps/api/test/state-equals-*.spec.ts.
 */
const given = (name: string): string[] | undefined => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3).split(',');
const [only, areas] = [given('only'), given('area')];
const from = Date.now();
const cluster = await startTestCluster();
Object.assign(process.env, cluster.env, { THROUGHLINE_TEST_OFF: '' });
const figures = { done: 0, uncovered: 0, differing: 0, excluded: 0 };
const wrong: string[] = [];
try {
  // Only now: what is imported reads the environment when it is loaded.
  const [{ gaps, StateCheck }, { AREAS }] = await Promise.all([import('./verify/state/run.js'), import('./verify/state/deeds/index.js')]);
  const check = await StateCheck.open();
  try {
    if (!only && !areas) wrong.push(...gaps(check.world));
    console.log(`lists open: ${JSON.stringify(check.lists)}`);
    for (const area of Object.keys(AREAS) as (keyof typeof AREAS)[]) {
      if (areas && !areas.includes(area)) continue;
      const { done, uncovered, differing, excluded } = await check.run(area, only, ({ mutation, uncovered: why, differences }) =>
        console.log(`${((Date.now() - from) / 1000).toFixed(1)} ${mutation}: ${[...(why === null ? [] : [`not done (${why})`]), ...differences].join('; ') || 'equal'}`));
      for (const line of differing.filter((each) => each.startsWith('at the end'))) console.log(line);
      figures.done += done.length;
      figures.uncovered += uncovered.length;
      figures.differing += differing.length;
      figures.excluded = Object.keys(excluded).length;
    }
  } finally {
    await check.close();
  }
} finally {
  await cluster.stop();
}
for (const line of wrong) console.log(line);
for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${value}`);
console.log(`seconds: ${((Date.now() - from) / 1000).toFixed(1)}`);
process.exit(wrong.length + figures.uncovered + figures.differing > 0 || figures.done === 0 ? 1 : 0);
