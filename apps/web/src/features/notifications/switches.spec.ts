import { isOn, type KindSwitches, NOTHING, settled, switched } from './switches';

const KINDS: KindSwitches[] = [
  { kind: 'MENTION', channels: [{ channel: 'IN_APP', on: true, fixed: false }, { channel: 'EMAIL', on: true, fixed: false }, { channel: 'PUSH', on: false, fixed: false }] },
  { kind: 'SECURITY', channels: [{ channel: 'IN_APP', on: true, fixed: true }, { channel: 'EMAIL', on: false, fixed: false }] },
];

describe('switches of kinds and channels', () => {
  it('shows what is stored until something is switched', () => {
    expect(isOn(KINDS, NOTHING, 'MENTION', 'EMAIL')).toBe(true);
    const draft = switched(KINDS, NOTHING, 'MENTION', 'EMAIL');
    expect(isOn(KINDS, draft, 'MENTION', 'EMAIL')).toBe(false);
    expect(draft.get('MENTION')).toEqual(['IN_APP']);
    expect(isOn(KINDS, draft, 'STATUS', 'EMAIL')).toBe(false);
  });

  it('forgets what was switched back', () => {
    const once = switched(KINDS, NOTHING, 'MENTION', 'EMAIL');
    expect(switched(KINDS, once, 'MENTION', 'EMAIL').size).toBe(0);
  });

  it('leaves what is fixed', () => {
    expect(switched(KINDS, NOTHING, 'SECURITY', 'IN_APP')).toBe(NOTHING);
    expect(switched(KINDS, NOTHING, 'SECURITY', 'EMAIL').get('SECURITY')).toEqual(['IN_APP', 'EMAIL']);
  });

  it('keeps what was switched while the rest was saved', () => {
    const first = switched(KINDS, NOTHING, 'MENTION', 'EMAIL');
    const second = switched(KINDS, first, 'SECURITY', 'EMAIL');
    expect([...settled(second, first).keys()]).toEqual(['SECURITY']);
    const again = switched(KINDS, first, 'MENTION', 'PUSH');
    expect(settled(again, first).get('MENTION')).toEqual(['IN_APP', 'PUSH']);
    expect(settled(first, first).size).toBe(0);
  });
});
