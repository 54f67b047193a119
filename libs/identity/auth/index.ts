export * from './access-token.js';
export * from './auth.module.js';
export { ACCESS_COOKIE, REFRESH_COOKIE } from './cookies.js';
export * from './password-hasher.js';
export * from './session.entity.js';
export { revokeSessionsOf } from './session.repository.js';
export * from './session.service.js';
export * from './api/viewer.object.js';
