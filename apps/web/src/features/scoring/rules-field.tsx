'use client';
import { Plus, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useField } from '@/kit/forms/use-field';
import { cn } from '@/lib/cn';
import { formatMoney } from '@/lib/format';
import { useLocale } from '@/lib/locale';
import { useViewer } from '@/session';
import { Button } from '@/ui';
import { scoreCategoryLabel } from '../leads/lead-words';
import { conditionText, pointsText, type Rule } from './scoring-words';

// Fetched when it opens.
const RuleDialog = dynamic(() => import('./rule-dialog').then((module) => module.RuleDialog), { ssr: false });

const MOST_RULES = 100;

/** The rules of a form by kind of fact: read as sentences, opened to be changed. */
export function RulesField({ name, readOnly }: { name: string; readOnly: boolean }) {
  const { field, error } = useField({ name, label: 'Rules' });
  const { organization: { currency } } = useViewer();
  const { locale } = useLocale();
  const [open, setOpen] = useState<{ index: number | null } | null>(null);
  const rules = field.value as readonly Rule[];
  const placed = rules.map((rule, index) => ({ rule, index }));
  const money = (minor: number) => formatMoney(String(Math.round(minor)), currency, locale);
  return (
    <div className="flex flex-col gap-4">
      {rules.length === 0 ? <p className="text-sm text-muted">No rules: every score is 0, but for points given by hand.</p> : null}
      {Object.entries(scoreCategoryLabel).map(([category, label]) => {
        const own = placed.filter(({ rule }) => rule.category === category);
        return own.length === 0 ? null : (
          <section key={category} aria-label={label} className="flex flex-col gap-1">
            <h3 className="text-xs font-medium text-muted">{label}</h3>
            <ul className="divide-y rounded-md border">
              {own.map(({ rule, index }) => (
                <li key={rule.key ?? `new ${index}`} className="flex min-h-11 items-center gap-3 py-1 pr-1 pl-3 text-sm">
                  <span className={cn('tabular w-9 shrink-0 text-right font-semibold', rule.points < 0 ? 'text-danger-text' : 'text-success-text')}>{pointsText(rule.points)}</span>
                  <span className="flex min-w-0 flex-1 flex-col">
                    {readOnly ? <span className="font-medium">{rule.label}</span> : <button type="button" aria-label={`${rule.label}. Change`} className="text-left font-medium underline-offset-3 hover:underline" onClick={() => setOpen({ index })}>{rule.label}</button>}
                    <span className="line-clamp-2 text-xs text-muted">{rule.when.map((condition) => conditionText(condition, money)).join(' · and ')}</span>
                  </span>
                  {readOnly ? null : <Button variant="ghost" size="icon" aria-label={`Remove ${rule.label}`} onClick={() => field.onChange(rules.filter((_, at) => at !== index))}><Trash2 aria-hidden className="size-4" /></Button>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {error ? <p role="alert" className="text-xs text-danger-text">{error}</p> : null}
      {readOnly ? null : <Button className="self-start" icon={<Plus aria-hidden className="size-3.5" />} disabled={rules.length >= MOST_RULES} onClick={() => setOpen({ index: null })}>Add a rule</Button>}
      {open ? (
        <RuleDialog
          rule={open.index === null ? null : (rules[open.index] ?? null)} currency={currency} onClose={() => setOpen(null)}
          onDone={(rule) => {
            field.onChange(open.index === null ? [...rules, rule] : rules.map((each, at) => (at === open.index ? rule : each)));
            setOpen(null);
          }}
        />
      ) : null}
    </div>
  );
}
