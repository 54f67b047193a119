'use client';
import { cn } from '@/lib/cn';
import { Card, Checkbox, Spinner } from '@/ui';
import { type Channel, channelWords, type Kind, kindWords } from './notification-words';
import type { Preferences } from './use-preferences';
import { useSwitches } from './use-switches';

export interface MatrixCardProps {
  preferences: Preferences;
  kinds: readonly Kind[];
  channels: readonly Channel[];
  put: (next: Preferences) => void;
  onReload: () => Promise<unknown>;
}

/** Which kinds come on which ways; each switch takes effect at once. On a phone the ways stand under each kind. */
export function MatrixCard({ preferences, kinds, channels, put, onReload }: MatrixCardProps) {
  const switches = useSwitches(preferences, put, onReload);
  const fixed = (kind: Kind, channel: Channel) => preferences.kinds.find((each) => each.kind === kind)?.channels.find((each) => each.channel === channel)?.fixed ?? false;
  const columns = { gridTemplateColumns: `minmax(0,1fr) repeat(${channels.length}, 4.25rem)` };
  return (
    <Card title="What you are told, and how" actions={switches.saving ? <span className="flex items-center gap-1.5 text-xs text-muted" role="status"><Spinner className="size-3" />Saving</span> : <span className="text-xs text-muted">Saved as you switch</span>} flush>
      <div role="table" aria-label="What you are told, and how">
        <div role="rowgroup">
          <div role="row" style={columns} className="hidden border-b px-4 py-2 text-xs font-medium text-muted md:grid">
            <span role="columnheader">About</span>
            {channels.map((channel) => <span key={channel} role="columnheader" className="text-center">{channelWords[channel]}</span>)}
          </div>
        </div>
        <div role="rowgroup" className="divide-y">
          {kinds.map((kind) => (
            <div key={kind} role="row" style={columns} className="flex flex-col gap-2 px-4 py-2.5 md:grid md:items-center md:gap-0">
              <span role="rowheader" className="flex min-w-0 flex-col pr-3">
                <span className="text-sm font-medium">{kindWords[kind].label}</span>
                <span className="text-xs text-muted">{kindWords[kind].text}</span>
              </span>
              <span role="presentation" className="flex flex-wrap gap-x-4 gap-y-1 md:contents">
                {channels.map((channel) => {
                  const locked = fixed(kind, channel);
                  return (
                    <span key={channel} role="cell" className="md:flex md:justify-center">
                      <label className={cn('flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11', locked && 'opacity-70')} title={locked ? 'This cannot be switched off' : undefined}>
                        <Checkbox checked={switches.on(kind, channel)} disabled={locked} onCheckedChange={() => switches.toggle(kind, channel)} aria-label={`${kindWords[kind].label}: ${channelWords[channel]}${locked ? ' (always on)' : ''}`} />
                        <span className="md:sr-only">{channelWords[channel]}</span>
                      </label>
                    </span>
                  );
                })}
              </span>
            </div>
          ))}
        </div>
      </div>
    </Card>
  );
}
