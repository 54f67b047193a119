import { buildSchema } from 'graphql';
import { type DocumentFile, targetOf, webModules } from './web-documents.js';

const schema = buildSchema(`
  scalar DateTime
  enum Color { RED GREEN }
  type Lead { id: ID!, at: DateTime, color: Color!, parent: Lead }
  type Query { lead(id: ID!): Lead, leads(first: Int): [Lead!]! }
`);
const file = (path: string, text: string): DocumentFile => ({ path: `apps/web/src/${path}`, text });
const lead = file('features/leads/lead.graphql', 'fragment LeadRow on Lead { id color }');

describe('webModules', () => {
  it('names modules after their documents', () => {
    expect(targetOf('apps/web/src/features/leads/lead-list.graphql')).toBe('apps/web/src/gql/leads/lead-list.ts');
    expect(targetOf('apps/web/src/shell/menu.graphql')).toBe('apps/web/src/gql/shell/menu.ts');
  });

  it('types answers and variables, with fragments of other files', async () => {
    const modules = await webModules(schema, [lead, file('shell/a.graphql', 'query A($id: ID!) { lead(id: $id) { ...LeadRow at } }')]);
    const text = modules.get('apps/web/src/gql/shell/a.ts') ?? '';
    expect(text).toContain('export const ADocument');
    expect(text).toContain('readonly lead: { readonly at: string | null, readonly id: string, readonly color: Color } | null');
    expect(text).toContain('"name":{"kind":"Name","value":"LeadRow"},"typeCondition"');
    expect([...modules.keys()]).toEqual(['apps/web/src/gql/leads/lead.ts', 'apps/web/src/gql/shell/a.ts']);
  });

  it('says where a document does not fit', async () => {
    const broken = [
      lead,
      file('a.graphql', 'query A {\n  lead(id: "1") { colour }\n}'),
      file('b.graphql', 'query A { leads { id } }'),
      file('c.graphql', 'query {'),
      file('d.graphql', '{ leads { id } }'),
      file('e.graphql', 'fragment LeadRow on Lead { id }'),
      file('f.graphql', `query F { lead(id: "1") ${'{ parent '.repeat(20)}{ id } ${'}'.repeat(20)} }`),
    ];
    await expect(webModules(schema, broken)).rejects.toThrow(expect.objectContaining({
      message: [
        'The documents of the web application do not fit the schema:',
        '  apps/web/src/c.graphql:1:8 Syntax Error: Expected Name, found <EOF>.',
        '  apps/web/src/e.graphql:1:1 The fragment LeadRow exists in another file already.',
        '  apps/web/src/b.graphql:1:1 The operation A exists in apps/web/src/a.graphql already.',
        '  apps/web/src/d.graphql:1:1 Operations need a name.',
        '  apps/web/src/a.graphql:2:19 Cannot query field "colour" on type "Lead". Did you mean "color"?',
        '  apps/web/src/f.graphql:1:1 F exceeds a limit of the server: The document has more than 16 levels of fields.',
      ].join('\n'),
    }));
  });

  it('checks examples of the playground without compiling them', async () => {
    const example = file('playground/examples/01.graphql', 'query A { leads { id } }');
    expect([...(await webModules(schema, [example, file('a.graphql', 'query A { leads { id } }')])).keys()]).toEqual(['apps/web/src/gql/a.ts']);
    await expect(webModules(schema, [file('playground/examples/01.graphql', '{ nothing }')])).rejects.toThrow('nothing');
  });
});
