export * from './api/tag.object.js';
export { normalizeTags } from './normalize-tags.js';
export * from './tag.entity.js';
export * from './tag.policy.js';
export * from './tag.read.js';
export * from './tagged.js';
export * from './tags.module.js';
