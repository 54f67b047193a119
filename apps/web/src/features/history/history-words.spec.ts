import { beginsRecord, plainText, presentValues, sameValue, toneOfKind, whoDid } from './history-words';

describe('words of histories', () => {
  it('name whoever did it, or say as what', () => {
    expect([whoDid({ actorName: 'Ana', actorTier: 'EMPLOYEE' }), whoDid({ actorName: null, actorTier: 'PUBLIC' }), whoDid({ actorName: null, actorTier: 'ADMIN' })]).toEqual(['Ana', 'A visitor', 'Somebody you may not see']);
  });

  it('colour refusals, successes and beginnings', () => {
    expect(['user.signInRefused', 'deal.won', 'lead.created', 'lead.updated'].map(toneOfKind)).toEqual(['danger', 'success', 'info', 'neutral']);
  });

  it('know what a record begins with', () => expect(['lead.created', 'user.imported', 'lead.updated'].map(beginsRecord)).toEqual([true, true, false]));

  it('take the latest change of a field as what it holds', () => {
    const change = (field: string, after: string) => ({ field, label: field, kind: 'TEXT' as const, before: null, after, erased: false, beforeText: null, afterText: after });
    const now = presentValues([{ changes: [change('name', 'C')] }, { changes: [change('name', 'B'), change('city', 'Oslo')] }]);
    expect([now.get('name')?.after, now.get('city')?.after, now.get('title')]).toEqual(['C', 'Oslo', undefined]);
  });

  it('hold nothing and an empty list for the same', () => {
    expect([sameValue(null, []), sameValue('', undefined), sameValue(0, null), sameValue(['a'], ['a'])]).toEqual([true, true, false, true]);
  });

  it('write objects as words', () => {
    expect([plainText('{"city":"Oslo","zip":null}'), plainText('[{"day":1},"x"]'), plainText('not json')]).toEqual(['city: Oslo', 'day: 1; x', 'not json']);
  });
});
