import { conflictLines, overConflict } from './conflict-lines';

describe('a stale save', () => {
  it('tells both values of what differs, of fields that the record has under the same name', () => {
    const values = { name: ' Night desk ', signInAddress: '', tiers: ['EMPLOYEE'], active: true, owner: { value: '1', label: 'Ada' }, typed: 'x' };
    const current = { version: 3, name: 'Night desk', sign_in_address: 'https://idp.example', tiers: ['ADMIN', 'EMPLOYEE'], active: false, owner: '2' };
    expect(conflictLines(values, current)).toEqual([
      { label: 'Sign in address', theirs: 'https://idp.example', mine: 'empty' },
      { label: 'Tiers', theirs: 'ADMIN, EMPLOYEE', mine: 'EMPLOYEE' },
      { label: 'Active', theirs: 'off', mine: 'on' },
    ]);
  });

  it('knows chosen records by their ids and amounts by their minor units', () => {
    const ada = { value: 'a', label: 'Ada' };
    expect(conflictLines({ owner: ada, department: null, lead: ada, price: '900', budget: '5' }, { owner_id: 'b', department_id: 'd', lead_id: 'a', price_minor: '1000', budget_minor: 5 })).toEqual([
      { label: 'Owner', theirs: 'another choice', mine: 'Ada' },
      { label: 'Department', theirs: 'another choice', mine: 'empty' },
      { label: 'Price', theirs: 'another amount', mine: 'as you typed it' },
    ]);
    expect(conflictLines({ owner: ada }, { owner_id: null })).toEqual([{ label: 'Owner', theirs: 'empty', mine: 'Ada' }]);
  });

  it('is saved again over what was seen, unless the form has loaded a newer one by itself', () => {
    const conflict = { staleVersion: 2, currentVersion: 5 };
    expect(overConflict({ input: { id: 'a', version: 2 } }, conflict)).toEqual({ input: { id: 'a', version: 5 } });
    expect(overConflict({ input: { id: 'a', version: 6 } }, conflict)).toEqual({ input: { id: 'a', version: 6 } });
    expect(overConflict({ input: { id: 'a', version: 2 } }, null)).toEqual({ input: { id: 'a', version: 2 } });
    expect(overConflict({}, conflict)).toEqual({});
  });
});
