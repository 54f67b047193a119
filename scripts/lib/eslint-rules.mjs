// Rules of this repository that no package has.

const RELATIONS = new Set(['ManyToOne', 'OneToMany', 'OneToOne', 'ManyToMany']);

/** Decorator metadata reads a relation's class before it exists unless the property's type is `Relation<...>`. */
const relationType = {
  meta: { type: 'problem', schema: [], messages: { wrap: 'A relation is typed Relation<...> (import type from typeorm); otherwise import order decides whether the class exists.' } },
  create: (context) => ({
    PropertyDefinition(node) {
      const related = node.decorators?.some(({ expression }) => expression.type === 'CallExpression' && RELATIONS.has(expression.callee.name));
      if (!related) return;
      const type = node.typeAnnotation?.typeAnnotation;
      const types = type?.type === 'TSUnionType' ? type.types : [type];
      if (!types.some((entry) => nameOf(entry) === 'Relation')) context.report({ node: node.key, messageId: 'wrap' });
    },
  }),
};

const nameOf = (type) => (type?.type === 'TSTypeReference' ? type.typeName.name : type?.type === 'TSArrayType' ? nameOf(type.elementType) : undefined);

/** Node's ES modules need the extension, and TypeScript names the compiled file. */
const relativeExtension = {
  meta: { type: 'problem', schema: [], messages: { missing: 'A relative import ends in .js (or .mjs, .json).' } },
  create(context) {
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source === 'string' && /^\.{1,2}(\/|$)/.test(source) && !/\.(m?js|cjs|json)$/.test(source)) context.report({ node: node.source, messageId: 'missing' });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

/** The plugin as eslint.config.mjs takes it. */
export const local = { rules: { 'relation-type': relationType, 'relative-extension': relativeExtension } };
