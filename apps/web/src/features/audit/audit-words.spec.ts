import { auditHref, kindLabel, recordPage, subjectLabel } from './audit-words';

describe('words of the audit log', () => {
  it('name kinds and subjects as people do', () => {
    expect([kindLabel('user.signInRefused'), kindLabel('deal.stageMoved'), kindLabel('odd'), subjectLabel('handOff'), subjectLabel('timeEntry')]).toEqual(['Person: sign in refused', 'Deal: stage moved', 'Odd', 'Hand-off', 'Time entry']);
  });

  it('lead to the pages that there are', () => {
    expect([recordPage('lead', '1'), recordPage('milestone', '1')]).toEqual(['/leads/1', null]);
  });

  it('narrow the log by what is given', () => {
    expect(auditHref({ person: 'p', kind: ['a.b', 'c.d'], address: null })).toBe('/settings/audit?person=p&kind=a.b%2Cc.d');
    expect(new URLSearchParams(auditHref({ time: '2026-01-01T10:00:00.000Z..' }).split('?')[1]).get('time')).toBe(encodeURIComponent('2026-01-01T10:00:00.000Z..'));
    expect(auditHref({})).toBe('/settings/audit');
  });
});
