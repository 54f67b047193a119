export * from './columns.js';
export * from './csv-parser.js';
export * from './delimiter.js';
export * from './encoding.js';
