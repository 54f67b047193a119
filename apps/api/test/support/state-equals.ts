import type { Area } from '../../../../scripts/verify/state/deeds/index.js';
import type { Findings, StateCheck } from '../../../../scripts/verify/state/run.js';

/**
 * State plus events equals fresh state, for every mutation of an area: the same run as `npm run verify:state -- --area=<area>`
 * (docs/adr/0016).
 */
export function provesState(area: Area): void {
  describe(`what is told of ${area}`, () => {
    let check: StateCheck;
    let findings: Findings;

    beforeAll(async () => {
      const { StateCheck: Check } = await import('../../../../scripts/verify/state/run.js');
      check = await Check.open();
      findings = await check.run(area);
    }, 900_000);
    afterAll(() => check?.close());

    it('is all that open lists of an administrator, staff, a client and an outsider need to be as if loaded afresh', () => {
      expect(findings.differing).toEqual([]);
    });

    it('was tried with every mutation', async () => {
      const { AREAS } = await import('../../../../scripts/verify/state/deeds/index.js');
      expect(findings.uncovered).toEqual([]);
      expect(findings.done).toEqual(Object.keys(AREAS[area]));
      for (const lists of Object.values(check.lists)) expect(lists).toBeGreaterThan(10);
    });

    it('is tried in some area for every mutation of the schema, or there is a reason why not', async () => {
      const { gaps } = await import('../../../../scripts/verify/state/run.js');
      expect(gaps(check.world)).toEqual([]);
    });
  });
}
