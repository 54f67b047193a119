import { MESSAGE_SIDES, type MessageSide } from '@throughline/collaboration/channels';
import type { Tier } from '@throughline/platform/kernel';
import type { MentionKind } from './body/mentions.js';
import { refusedMentions, refusedPublication, refusedReply, refusedSide, requireContent, sideOf } from './message.rules.js';

const TIERS: Tier[] = ['ADMIN', 'OPERATOR', 'EMPLOYEE', 'CLIENT', 'SERVICE', 'SYSTEM', 'PUBLIC'];
const mention = (name: string, kind: MentionKind = 'USER'): { kind: MentionKind; id: string; name: string } => ({ kind, id: name, name });

describe('the two sides', () => {
  it('follow what the client sees', () => {
    expect([sideOf({ sharedWithClient: true }), sideOf({ sharedWithClient: false })]).toEqual(['CLIENT', 'INTERNAL']);
  });

  it.each(TIERS.flatMap((tier) => MESSAGE_SIDES.map((side) => [tier, side] as const)))('%s writes %s', (tier, side) => {
    expect(refusedSide(tier, side)?.code ?? null).toBe(tier === 'CLIENT' && side === 'INTERNAL' ? 'FORBIDDEN' : null);
  });

  it.each<[string, boolean, boolean, MessageSide, string | null]>([
    ['internally to an internal message', false, false, 'INTERNAL', null],
    ['internally to a client message', true, false, 'INTERNAL', null],
    ['to the client to a client message', true, false, 'CLIENT', null],
    ['to the client to an internal message', false, false, 'CLIENT', 'PRECONDITION_FAILED'],
    ['to a deleted client message', true, true, 'CLIENT', 'PRECONDITION_FAILED'],
    ['internally to a deleted message', false, true, 'INTERNAL', 'PRECONDITION_FAILED'],
  ])('answers %s', (_, sharedWithClient, deleted, side, code) => {
    expect(refusedReply({ sharedWithClient, deletedAt: deleted ? new Date() : null }, side)?.code ?? null).toBe(code);
  });

  it.each<[string, MessageSide, boolean[], string | null]>([
    ['nobody internally', 'INTERNAL', [], null],
    ['colleagues internally', 'INTERNAL', [false, false], null],
    ['a client internally', 'INTERNAL', [true], 'PRECONDITION_FAILED'],
    ['a client among colleagues internally', 'INTERNAL', [false, true, false], 'PRECONDITION_FAILED'],
    ['a client on their side', 'CLIENT', [true, false], null],
  ])('mentions %s', (_, side, clients, code) => {
    expect(refusedMentions(side, clients.map((client, index) => ({ mention: mention(`p${index}`), client })))?.code ?? null).toBe(code);
  });

  it('says which mention is in the way, for screens too', () => {
    const refusal = refusedMentions('INTERNAL', [{ mention: mention('Ana'), client: true }, { mention: mention('Ben'), client: false }, { mention: mention('Owners', 'ROLE'), client: true }]);
    expect(refusal?.problems).toEqual([{
      code: 'PRECONDITION_FAILED', path: ['body'], message: 'Ana, Owners cannot see internal messages. Write to the client side, or leave the mention out.',
      details: { reason: 'CLIENT_MENTIONED', mentions: [{ kind: 'USER', id: 'Ana' }, { kind: 'ROLE', id: 'Owners' }] },
    }]);
  });

  const flags = [false, true];
  it.each(flags.flatMap((shared) => flags.flatMap((deleted) => flags.flatMap((twoSided) => [null, false, true].map((root) => [shared, deleted, twoSided, root] as const)))))(
    'publishes: shared %s, deleted %s, two-sided %s, answered message shared %s', (shared, deleted, twoSided, root) => {
      const may = !shared && !deleted && twoSided && root !== false;
      const refusal = refusedPublication({ sharedWithClient: shared, deletedAt: deleted ? new Date() : null }, { twoSided }, root === null ? null : { sharedWithClient: root });
      expect(refusal?.code ?? null).toBe(may ? null : 'PRECONDITION_FAILED');
    });

  it.each<[string, number, boolean, boolean]>([['', 0, false, false], ['x', 0, false, true], ['', 1, false, true], ['', 0, true, true]])('a message of "%s", %s files, linked %s', (body, files, linked, fine) => {
    const attempt = (): void => requireContent(body, files, linked);
    if (fine) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('Write something, or attach a file.');
  });
});
