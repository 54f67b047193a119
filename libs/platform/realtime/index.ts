export * from './realtime.module.js';
export { NodeProgress, RecordChange, RecordChangeType, WorkNodeType } from './record-changes/record-change.object.js';
export * from './transport/index.js';
