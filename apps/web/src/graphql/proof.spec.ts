import { failureOfErrors } from './failure';
import { askForProof, needsProof, provideProofPrompt } from './proof';

const refused = (code: string, details: unknown) => failureOfErrors([{ code, message: 'No', details }])!;

describe('proof of identity', () => {
  it('is asked for by the reason alone', () => {
    expect(needsProof(refused('PRECONDITION_FAILED', { reason: 'REAUTHENTICATE' }))).toBe(true);
    expect(needsProof(refused('PRECONDITION_FAILED', { reason: 'OTHER' }))).toBe(false);
    expect(needsProof(refused('FORBIDDEN', { reason: 'REAUTHENTICATE' }))).toBe(false);
    expect(needsProof(refused('PRECONDITION_FAILED', null))).toBe(false);
  });

  it('asks once for all that wait, and nobody when there is no prompt', async () => {
    expect(await askForProof()).toBe(false);
    let asked = 0;
    const stop = provideProofPrompt(() => {
      asked += 1;
      return Promise.resolve(true);
    });
    expect(await Promise.all([askForProof(), askForProof()])).toEqual([true, true]);
    expect(asked).toBe(1);
    stop();
    expect(await askForProof()).toBe(false);
  });
});
