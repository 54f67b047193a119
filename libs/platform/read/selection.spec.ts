import { below, select } from './selection.js';

describe('select', () => {
  it('gathers paths below their heads', () => {
    const leaf = (name: string) => ({ key: name, name, args: {}, selection: null });
    expect(select('id', 'owner.name', 'tasks.nodes.title', 'owner.id')).toEqual({
      fields: [
        leaf('id'), { ...leaf('owner'), selection: { fields: [leaf('name'), leaf('id')] } },
        { ...leaf('tasks'), selection: { fields: [{ ...leaf('nodes'), selection: { fields: [leaf('title')] } }] } },
      ],
    });
  });

  it('finds what is below a field', () => {
    expect(below(select('owner.name'), 'owner')).toEqual(select('name'));
    expect(below(select('owner.name'), 'other')).toBeNull();
  });
});
