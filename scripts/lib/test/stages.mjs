// Runs the parts of `npm test`, shows how they go, counts.
import { say, duration } from '../say.mjs';

export class Stages {
  passed = 0;
  failed = 0;
  notRun = [];

  /**
   * One check: passes unless it throws. The next ones run in any case.
   * @param {string} name
   * @param {() => unknown} work may return a remark
   * @returns {Promise<boolean>} whether it passed
   */
  async check(name, work) {
    const from = Date.now();
    say(`\n> ${name}`);
    try {
      const remark = await work();
      this.passed += 1;
      say(`  passed in ${duration(Date.now() - from)}${typeof remark === 'string' ? ` (${remark})` : ''}`);
      return true;
    } catch (error) {
      this.failed += 1;
      say(`${error?.message ?? error}\n  FAILED in ${duration(Date.now() - from)}`);
      return false;
    }
  }

  /**
   * Tests that another program runs and counts; they count one by one, and a run without a result as one failure.
   * @param {string} name
   * @param {() => Promise<{ passed: number, failed: number }>} work
   */
  async suite(name, work) {
    const from = Date.now();
    say(`\n> ${name}`);
    const counts = await work().catch((error) => {
      say(error?.message ?? error);
      return { passed: 0, failed: 1 };
    });
    this.passed += counts.passed;
    this.failed += counts.failed;
    say(`  ${counts.passed} passed, ${counts.failed} ${counts.failed > 0 ? 'FAILED' : 'failed'} in ${duration(Date.now() - from)}`);
  }

  /** Says at once and again at the end what this machine could not run. */
  skip(name, why) {
    this.notRun.push(`${name}: ${why}`);
    say(`\n> ${name}\n  NOT RUN: ${why}`);
  }

  /** Prints the last lines; `N passed, N failed` is the last one. @returns {number} the exit code */
  finish(time) {
    say(`\nFinished in ${time}.`);
    for (const line of this.notRun) say(`Not run: ${line}`);
    say(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}
