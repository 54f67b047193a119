'use client';
import './workers';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { useTheme } from 'next-themes';
import { useMemo, useState } from 'react';
import type { Example } from './examples';
import { examplesPlugin } from './examples-pane';
import { createFetcher } from './fetcher';

const WELCOME = `# The Throughline API. Sign in to the application first: the playground uses the same session.
# Example documents are in the pane at the left.
query Me {
  viewer {
    id
    name
    email
  }
}
`;

/** GraphiQL from the package, with the project's examples. */
export default function Playground({ examples }: { examples: readonly Example[] }) {
  const { resolvedTheme } = useTheme();
  const [fetcher] = useState(createFetcher);
  const plugins = useMemo(() => [examplesPlugin(examples)], [examples]);
  // On a phone the pane would take the editor's place.
  const [firstPane] = useState(() => (window.matchMedia('(min-width: 48rem)').matches ? 'Examples' : undefined));
  return <GraphiQL fetcher={fetcher} plugins={plugins} visiblePlugin={firstPane} defaultQuery={WELCOME} forcedTheme={resolvedTheme === 'dark' ? 'dark' : 'light'} shouldPersistHeaders={false} />;
}
