import type { Findings } from '../../../scripts/verify/access/verify.js';
import type { World } from '../../../scripts/verify/access/world.js';

// Arms the switches of single checks; read when the kernel is loaded, so before anything else is.
process.env['THROUGHLINE_TEST_OFF'] = '';

/**
 * Every operation and route, as every built-in role and as nobody, on records in every relation (AHEAD-06). The same run as
 * `npm run verify:access`, which also prints its figures.
 */
describe('the access matrix', () => {
  let world: World;
  let findings: Findings;
  let report: typeof import('../../../scripts/verify/access/report.js');
  let mutation: typeof import('../../../scripts/verify/access/mutation-check.js');

  beforeAll(async () => {
    const { makeWorld } = await import('../../../scripts/verify/access/world.js');
    const { findingsOf } = await import('../../../scripts/verify/access/verify.js');
    report = await import('../../../scripts/verify/access/report.js');
    mutation = await import('../../../scripts/verify/access/mutation-check.js');
    world = await makeWorld();
    findings = await findingsOf(world);
  }, 1_500_000);
  afterAll(() => world?.close());

  it('is what the grants say, on every path, and docs/access-matrix.md says so', () => {
    expect(report.mistakes(findings)).toEqual([]);
    expect(findings.cells.length).toBeGreaterThan(10_000);
  });

  it('every check is needed: switched off, it lets something through', async () => {
    expect(report.survivors(await mutation.mutantsOf(world, findings.scope, findings.cells))).toEqual([]);
  }, 600_000);

  it('without any filter of the application, row-level security still shows nothing of another organization', async () => {
    expect(await mutation.withoutFilters(world, findings.scope)).toMatchObject({ seen: 0 });
  }, 600_000);
});
