import type { Environment } from 'monaco-editor';

// The editor's workers, bundled with the application: nothing comes from a CDN.
const environment: Environment = {
  getWorker(_id, label) {
    if (label === 'json') return new Worker(new URL('monaco-editor/esm/vs/language/json/json.worker.js', import.meta.url));
    if (label === 'graphql') return new Worker(new URL('monaco-graphql/esm/graphql.worker.js', import.meta.url));
    return new Worker(new URL('monaco-editor/esm/vs/editor/editor.worker.js', import.meta.url));
  },
};
Object.assign(globalThis, { MonacoEnvironment: environment });
