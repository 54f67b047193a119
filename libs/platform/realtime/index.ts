export * from './presence/index.js';
export * from './realtime.module.js';
export { NodeProgress, RecordChange, RecordChangeType, WorkNodeType } from './record-changes/record-change.object.js';
export { endSockets } from './session-ends.js';
export * from './transport/index.js';
