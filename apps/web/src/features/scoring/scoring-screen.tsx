'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { LeadScoringDocument, type ScoringFragment, UpdateLeadScoringDocument } from '@/gql/scoring/scoring';
import { toFailure, useRecordChanges } from '@/graphql';
import { type MutationForm, NumberField, PageHeader, useMutationForm } from '@/kit';
import { useCan } from '@/session';
import { ErrorState, ForbiddenState, LoadingNotice, notify, Skeleton } from '@/ui';
import { HistoryButton } from '../history/history-button';
import { SettingsCard } from '../shared/settings-card';
import { RulesField } from './rules-field';
import { ScoringPreview } from './scoring-preview';
import { differingRules, type Rule } from './scoring-words';

interface Values { hotFrom: number | null; warmFrom: number | null; rules: Rule[] }

const profileOf = ({ hotFrom, warmFrom, rules }: Values) => ({
  hotFrom: hotFrom ?? 0, warmFrom: warmFrom ?? 0,
  rules: rules.map(({ key, category, label, points, when }) => ({ key, category, label, points, when: when.map(({ fact, is, values, value }) => ({ fact, is, values, value })) })),
});
const valuesOf = ({ hotFrom, warmFrom, rules }: ScoringFragment): Values => ({ ...profileOf({ hotFrom, warmFrom, rules: rules as unknown as Rule[] }), hotFrom, warmFrom }) as Values;

/** In a conflict only the rules that are not the same on both sides. */
const differing = (name: string, value: unknown, other: unknown): string | null => (name === 'rules' ? differingRules(value as readonly Rule[], other as readonly Rule[]) : null);

/** The rules by which leads get their score, with what they would make of real leads (ORG-06, LEA-03). */
export function ScoringScreen() {
  const { data, error, refetch } = useQuery(LeadScoringDocument, { fetchPolicy: 'cache-and-network' });
  const reload = useCallback(() => refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['leadScoring'], onChange: () => void reload(), onResync: () => void reload() });
  const failure = error && !data ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={() => void reload()} />;
  const scoring = data?.leadScoring;
  return (
    <>
      <PageHeader title="Lead scoring" actions={scoring ? <HistoryButton subject="leadScoring" id={scoring.id} name="lead scoring" onRestored={() => void reload()} /> : null} />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {scoring ? <ScoringForm scoring={scoring} onReload={reload} /> : <div aria-busy="true"><LoadingNotice what="scoring rules" /><Skeleton className="h-96 w-full rounded-lg" /></div>}
      </div>
    </>
  );
}

function ScoringForm({ scoring, onReload }: { scoring: ScoringFragment; onReload: () => Promise<unknown> }) {
  const readOnly = !useCan('leadScoring.update');
  const stored = useMemo(() => valuesOf(scoring), [scoring]);
  const form: MutationForm<Values> = useMutationForm({
    document: UpdateLeadScoringDocument,
    defaults: stored,
    variables: (values: Values) => ({ input: { version: scoring.version, ...profileOf(values) } }),
    select: (answer) => answer.updateLeadScoring,
    onDone: async ({ leadScoring }) => {
      if (leadScoring) form.methods.reset(valuesOf(leadScoring));
      notify.success('Rules saved', 'Open leads get their new scores within moments.');
      await onReload();
    },
  });
  return (
    <SettingsCard title="Rules" form={form} stored={stored} names={{ hotFrom: 'Hot from', warmFrom: 'Warm from', rules: 'Rules' }} words={differing} onReload={onReload} readOnly={readOnly}>
      <p className="text-sm text-muted">A lead’s score is the sum of the points of every rule that holds, from 0 to 100. Closed leads keep the score they had.</p>
      <div className="grid max-w-md grid-cols-2 gap-3">
        <NumberField name="warmFrom" label="Warm from" unit="points" min={0} max={100} required />
        <NumberField name="hotFrom" label="Hot from" unit="points" min={0} max={100} required />
      </div>
      <RulesField name="rules" readOnly={readOnly} />
      {readOnly ? null : <Draft form={form} />}
    </SettingsCard>
  );
}

/** Only what differs from the stored rules is worth a look. */
function Draft({ form }: { form: MutationForm<Values> }) {
  const values = useDeferredValue(useWatch({ control: form.methods.control }) as Values);
  const { isDirty } = form.methods.formState;
  return isDirty ? <ScoringPreview profile={profileOf(values)} /> : null;
}
