export { FileObject, FileScanEnum } from './api/file.object.js';
export { FileConnection } from './api/file.payloads.js';
export * from './file.entity.js';
export { acceptsFiles, fileAccess, filePermissions, filePolicyPermissions, filePolicySubject, fileSubject } from './file.policy.js';
export { FileHolders, type FileHolderKeeper } from './file-holders.js';
export { setFileLimit } from './file-limit.js';
export { fileRead } from './file.read.js';
export { FileService, MOST_FILES, type FileHolder } from './file.service.js';
export * from './files.module.js';
