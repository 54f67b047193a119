import { Button } from '@/ui/button';

/** A value that somebody else changed meanwhile, with the choice between theirs and one's own. */
export function InlineConflict({ theirs, mine, by = null, onKeep, onTake }: { theirs: string; mine: string; by?: string | null; onKeep: () => void; onTake: () => void }) {
  return (
    <div role="alert" className="flex flex-1 flex-col gap-2 rounded-md border border-warning bg-warning-soft p-2 text-xs text-warning-text">
      <p>{by ? `${by} changed this meanwhile.` : 'This was changed meanwhile.'}</p>
      <p>
        Now: <strong className="font-semibold">{theirs || 'empty'}</strong>
        <br />
        Yours: <strong className="font-semibold">{mine || 'empty'}</strong>
      </p>
      <span className="flex flex-wrap gap-1.5">
        <Button size="sm" className="flex-1" onClick={onKeep}>
          Keep mine
        </Button>
        <Button size="sm" className="flex-1" onClick={onTake}>
          Take theirs
        </Button>
      </span>
    </div>
  );
}
