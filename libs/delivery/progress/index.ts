export * from './completion.js';
export * from './contributions.js';
export * from './figure.js';
export * from './project-status.js';
export * from './weight.js';
export * from './work-node.js';
export * from './work-status.js';
export * from './work-tree.js';
