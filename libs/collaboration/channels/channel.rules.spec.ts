import { AppError } from '@throughline/platform/kernel';
import { CHANNEL_KINDS, type ChannelKind } from './channel.kinds.js';
import { CHANNEL_MOVES, type ChannelFacts, type ChannelMove, channelOffers, permissionOf, refusalOf, requireMove } from './channel.rules.js';

const MOVES = Object.keys(CHANNEL_MOVES) as ChannelMove[];
const facts = (kind: ChannelKind, more: Partial<ChannelFacts> = {}): ChannelFacts => ({ kind, archived: false, twoSided: false, role: null, client: false, otherLeft: false, ...more });
const possible = (given: ChannelFacts): ChannelMove[] => MOVES.filter((move) => refusalOf(move, given) === null);

describe('what can be done in a channel', () => {
  it.each<[ChannelKind, ChannelFacts['role'], ChannelMove[]]>([
    ['DIRECT', 'MEMBER', ['post', 'retain', 'export']],
    ['GROUP', 'OWNER', ['post', 'invite', 'remove', 'update', 'archive', 'leave', 'retain', 'export']],
    ['GROUP', 'MEMBER', ['post', 'invite', 'update', 'leave', 'retain', 'export']],
    ['PRIVATE', 'OWNER', ['post', 'invite', 'remove', 'update', 'archive', 'leave', 'retain', 'export']],
    ['PRIVATE', 'MEMBER', ['post', 'leave', 'retain', 'export']],
    ['DEPARTMENT', null, ['post', 'invite', 'remove', 'update', 'retain', 'export']],
    ['DEPARTMENT', 'MEMBER', ['post', 'invite', 'remove', 'update', 'leave', 'retain', 'export']],
    ...(['PROJECT', 'TASK', 'CUSTOMER', 'RECORD'] as const).map((kind): [ChannelKind, null, ChannelMove[]] => [kind, null, ['post', 'update', 'retain', 'export']]),
  ])('a %s to somebody whose part is %s', (kind, role, expected) => {
    expect(possible(facts(kind, { role }))).toEqual(expected);
  });

  it('the client is spoken to where there is a side for them, and speaks nowhere else', () => {
    expect(possible(facts('PROJECT', { twoSided: true }))).toContain('postToClient');
    expect(possible(facts('PROJECT', { twoSided: true, client: true }))).not.toContain('post');
    expect(possible(facts('PROJECT', { twoSided: true, client: true }))).toContain('postToClient');
  });

  it.each([...CHANNEL_KINDS])('an archived %s is only read, and restored by whoever owns it', (kind) => {
    const left = possible(facts(kind, { archived: true, twoSided: true, role: 'OWNER' }));
    expect(left.filter((move) => ['post', 'postToClient', 'invite', 'update', 'archive'].includes(move))).toEqual([]);
    expect(left.includes('restore')).toBe(kind === 'GROUP' || kind === 'PRIVATE');
  });

  it('nobody speaks to somebody who has left', () => {
    expect(refusalOf('post', facts('DIRECT', { role: 'MEMBER', otherLeft: true }))?.code).toBe('PRECONDITION_FAILED');
  });

  it('every refusal says why, in a sentence', () => {
    for (const kind of CHANNEL_KINDS) for (const archived of [true, false]) for (const role of ['OWNER', 'MEMBER', null] as const) for (const move of MOVES) {
      const refusal = refusalOf(move, facts(kind, { archived, role }));
      if (!refusal) continue;
      expect(refusal.reason).toMatch(/^[A-Z].*\.$/);
      expect(() => requireMove(move, facts(kind, { archived, role }), 'id')).toThrow(AppError);
    }
  });

  it('what grants do not allow is not offered, whatever the rules say', () => {
    const offers = channelOffers(facts('GROUP', { role: 'OWNER' }), (permission) => permission !== 'update');
    expect(offers.filter(({ allowed }) => allowed).map(({ move }) => move)).toEqual(['post', 'leave', 'retain', 'export']);
    expect(offers.find(({ move }) => move === 'invite')?.reason).toBe('Needs the permission "channel.update".');
    expect(permissionOf('invite', 'DEPARTMENT')).toBe('moderate');
  });
});
