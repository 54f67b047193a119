'use client';
import { useEffect, useRef, useState } from 'react';
import { Button, DateText, Field, Input } from '@/ui';
import { type Later, laterChoices, localInput, ownMoment } from './later';

export interface LaterChoicesProps {
  onChoose: (at: Date) => void;
  busy?: boolean;
  /** What choosing does: "Put off". */
  verb: string;
}

/** Presets by number key, and a moment of one's own. */
export function LaterChoices({ onChoose, busy, verb }: LaterChoicesProps) {
  const [now] = useState(() => new Date());
  const choices = laterChoices(now);
  const [own, setOwn] = useState(() => localInput(new Date(now.getTime() + 3 * 60 * 60_000)));
  const [problem, setProblem] = useState<string | null>(null);
  const byNumber = useRef((_: number) => undefined as void);
  useEffect(() => {
    byNumber.current = (number) => {
      const choice = choices[number - 1];
      if (choice && !busy) onChoose(choice.at);
    };
  });
  useEffect(() => {
    // The page's own keys are silent while a dialog is open.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || !/^[1-9]$/.test(event.key)) return;
      event.preventDefault();
      byNumber.current(Number(event.key));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const chooseOwn = () => {
    const at = ownMoment(own, new Date());
    if (at) onChoose(at);
    else setProblem('Choose a moment in the future.');
  };
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-1" aria-label="When">
        {choices.map((choice, index) => <Choice key={choice.id} choice={choice} number={index + 1} busy={busy} onChoose={onChoose} />)}
      </ul>
      <Field label="At a time of your own" error={problem}>
        {(control) => (
          <div className="flex flex-wrap gap-2">
            <div className="min-w-0 flex-1 basis-44">
              <Input
                {...control} type="datetime-local" value={own} min={localInput(now)}
                onChange={(event) => { setOwn(event.target.value); setProblem(null); }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  chooseOwn();
                }}
              />
            </div>
            <Button busy={busy} onClick={chooseOwn}>{verb}</Button>
          </div>
        )}
      </Field>
    </div>
  );
}

function Choice({ choice, number, busy, onChoose }: { choice: Later; number: number; busy?: boolean; onChoose: (at: Date) => void }) {
  return (
    <li>
      <button type="button" disabled={busy} onClick={() => onChoose(choice.at)} className="-mx-2 flex min-h-9 w-full items-center gap-3 rounded-md px-2 text-left text-sm hover:bg-hover pointer-coarse:min-h-11">
        <kbd className="tabular flex size-5 shrink-0 items-center justify-center rounded-sm border text-2xs text-muted pointer-coarse:hidden">{number}</kbd>
        <span className="flex-1 font-medium">{choice.label}</span>
        <DateText value={choice.at.toISOString()} format="date-time" className="text-right text-muted max-sm:text-xs max-sm:whitespace-nowrap" />
      </button>
    </li>
  );
}
