'use client';
import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { BookOpen } from 'lucide-react';
import type { Example } from './examples';

/** A pane of GraphiQL that lists the example documents; a click opens one in a new tab. */
export function examplesPlugin(examples: readonly Example[]): GraphiQLPlugin {
  function Pane() {
    const { addTab } = useGraphiQLActions();
    const queryEditor = useGraphiQL((state) => state.queryEditor);
    const variableEditor = useGraphiQL((state) => state.variableEditor);
    const open = (example: Example) => {
      addTab();
      queryEditor?.setValue(example.query);
      variableEditor?.setValue(example.variables ?? '');
      queryEditor?.focus();
    };
    return (
      <div className="flex flex-col gap-2">
        <h2 className="text-lg font-semibold">Examples</h2>
        <ul className="flex flex-col">
          {examples.map((example) => (
            <li key={example.name}>
              <button type="button" onClick={() => open(example)} className="w-full rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover">
                {example.title}
              </button>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return { title: 'Examples', icon: () => <BookOpen aria-hidden />, content: Pane };
}
