import { startTestCluster } from './lib/test-cluster.mjs';

/**
 * npm run verify:access [-- --update]: every operation of the schema and every route, as every built-in role and as nobody, on
 * records in every relation to the caller, over the wire; then every check switched off, one after the other. Requires no leak, nothing
 * uncovered, a flip for every check, nothing of another organization without any filter, and docs/access-matrix.md to say what is so.
 */
const cluster = await startTestCluster();
Object.assign(process.env, cluster.env, { THROUGHLINE_TEST_OFF: '' });
let wrong: string[] = ['did not run'];
try {
  // Only now: the harness reads the environment when it is loaded.
  const [{ makeWorld }, { findingsOf }, { figures, mistakes, survivors }, { mutantsOf, withoutFilters }] = await Promise.all([import('./verify/access/world.js'), import('./verify/access/verify.js'), import('./verify/access/report.js'), import('./verify/access/mutation-check.js')]);
  const world = await makeWorld();
  try {
    const findings = await findingsOf(world, { update: process.argv.includes('--update') });
    const mutants = await mutantsOf(world, findings.scope, findings.cells);
    const unfiltered = await withoutFilters(world, findings.scope);
    wrong = [...mistakes(findings), ...survivors(mutants), ...(unfiltered.seen > 0 ? [`without filters ${unfiltered.seen} records of another organization were seen`] : [])];
    for (const line of [...wrong, ...figures(findings), `checks switched off: ${mutants.length}, without effect: ${survivors(mutants).length} (required 0)`, `rows of another organization without filters: ${unfiltered.seen} of ${unfiltered.asked} asked (required 0)`, wrong.length === 0 ? 'PASS' : 'FAIL']) console.log(line);
  } finally {
    await world.close();
  }
} finally {
  await cluster.stop();
}
process.exit(wrong.length > 0 ? 1 : 0);
