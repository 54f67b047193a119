import type { Failure, Outcome } from '@/graphql';
import { FactSaver } from './fact-saver';

const refused = (code: Failure['code'], details: unknown = null): Outcome<never> => ({ ok: false, failure: { code, message: 'Refused.', requestId: null, fields: {}, general: [], details } });
const stale = (currentVersion: number): Outcome<never> => refused('CONFLICT', { currentVersion, current: { name: 'Pine' } });
const saved: Outcome<unknown> = { ok: true, payload: {} };

/** What was sent, one answer after the other. */
function record(answers: Outcome<unknown>[]): { sent: number[]; send: (version: number) => Promise<Outcome<unknown>>; loads: () => number; onChanged: () => void } {
  const sent: number[] = [];
  let loaded = 0;
  return { sent, send: (version) => Promise.resolve(answers[sent.push(version) - 1]!), loads: () => loaded, onChanged: () => void (loaded += 1) };
}

describe('FactSaver', () => {
  it('shows both values of the field and loads the record anew when somebody was faster', async () => {
    const { sent, send, loads, onChanged } = record([stale(9)]);
    expect(await new FactSaver().save(7, { field: 'name' }, send, onChanged)).toEqual({ ok: false, reason: 'Refused.', conflict: { theirs: 'Pine' } });
    expect([sent, loads()]).toEqual([[7], 1]);
  });

  it('goes over the version that was shown when the person keeps their value, and only then', async () => {
    const saver = new FactSaver();
    const { sent, send, onChanged } = record([stale(9), stale(9), saved]);
    await saver.save(7, { field: 'name' }, send, onChanged);
    await saver.save(7, { field: 'phone' }, send, onChanged);
    expect(await saver.save(7, { field: 'phone', force: true }, send, onChanged)).toEqual({ ok: true });
    expect(sent).toEqual([7, 7, 9]);
  });

  it('forgets the shown version with the next answer', async () => {
    const saver = new FactSaver();
    const { sent, send, onChanged } = record([stale(9), saved, saved]);
    await saver.save(7, {}, send, onChanged);
    await saver.save(7, { force: true }, send, onChanged);
    await saver.save(10, { force: true }, send, onChanged);
    expect(sent).toEqual([7, 9, 10]);
  });

  it('says why anything else was refused and keeps the record as it is', async () => {
    const { send, loads, onChanged } = record([refused('VALIDATION_FAILED')]);
    expect(await new FactSaver().save(7, { field: 'name' }, send, onChanged)).toEqual({ ok: false, reason: 'Refused.' });
    expect(loads()).toBe(0);
  });
});
