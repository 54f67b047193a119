export * from './context/graphql-context.js';
export * from './scalars/index.js';
export * from './types/index.js';
