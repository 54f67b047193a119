export * from './api/product.object.js';
export * from './catalogue.module.js';
export * from './product.entity.js';
export * from './product.policy.js';
export * from './product.read.js';
export * from './product.service.js';
