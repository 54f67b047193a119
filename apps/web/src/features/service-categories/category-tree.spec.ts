import { type Category, placed, withAllBelow } from './category-tree';

const category = (id: string, parentId: string | null = null): Category => ({ id, parentId, version: 1, key: id, name: id, archived: false, department: null, checklist: [] }) as unknown as Category;
const tree = [category('ads', 'marketing'), category('marketing'), category('search', 'ads'), category('lost', 'gone'), category('web')];

it('lists parents before their children, each with its depth', () => {
  expect(placed(tree).map(({ category: { id }, depth }) => [id, depth])).toEqual([['marketing', 0], ['ads', 1], ['search', 2], ['lost', 0], ['web', 0]]);
});

it('knows everything below a category', () => {
  expect([...withAllBelow(tree, 'marketing')].sort()).toEqual(['ads', 'marketing', 'search']);
  expect([...withAllBelow(tree, 'web')]).toEqual(['web']);
});
