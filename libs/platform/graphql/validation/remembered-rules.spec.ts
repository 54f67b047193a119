import { getMetadataStorage, IsInt, IsString, MetadataStorage, validateSync } from 'class-validator';
import { rememberRules } from './remembered-rules.js';

class Named {
  @IsString() name: unknown;
}
class Counted extends Named {
  @IsInt() count: unknown;
}

describe('rememberRules', () => {
  const storage = getMetadataStorage();
  let gathered: jest.SpyInstance;

  beforeAll(() => {
    gathered = jest.spyOn(MetadataStorage.prototype, 'getTargetValidationMetadatas');
    rememberRules(storage);
    rememberRules(storage);
  });
  afterAll(() => gathered.mockRestore());

  const wrong = (object: object): string[] => validateSync(object).map(({ property }) => property).sort();

  it('gathers the rules of a class once, inherited ones with them', () => {
    expect(wrong(Object.assign(new Counted(), { name: 1, count: 'x' }))).toEqual(['count', 'name']);
    const once = gathered.mock.calls.length;
    expect(wrong(Object.assign(new Counted(), { name: 'a', count: 'x' }))).toEqual(['count']);
    expect(wrong(Object.assign(new Counted(), { name: 'a', count: 1 }))).toEqual([]);
    expect(gathered.mock.calls).toHaveLength(once);
    expect(once).toBe(1);
  });

  it('keeps classes apart and gathers for groups as before', () => {
    const named = Object.assign(new Named(), { name: 1 });
    expect(wrong(named)).toEqual(['name']);
    const before = gathered.mock.calls.length;
    for (const groups of [['a'], ['b']]) validateSync(named, { groups });
    expect(gathered.mock.calls).toHaveLength(before + 2);
  });
});
