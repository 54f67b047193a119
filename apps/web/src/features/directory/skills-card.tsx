'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button, Card } from '@/ui';
import { levelLabel } from './directory-words';
import { type Profile, useProfileRights } from './profile-facts';

// Fetched when it opens.
const SkillsDialog = dynamic(() => import('./skills-dialog').then((module) => module.SkillsDialog), { ssr: false });

/** What somebody can do, the best first. */
export function SkillsCard({ profile, onChanged }: { profile: Profile; onChanged: () => void }) {
  const { edits } = useProfileRights(profile);
  const [editing, setEditing] = useState(false);
  return (
    <Card flush title="Skills" actions={edits ? <Button size="sm" onClick={() => setEditing(true)}>Change skills</Button> : null}>
      <ul className="divide-y">
        {profile.skills.map(({ id, skill, level }) => (
          <li key={id} className="flex items-center justify-between gap-3 px-4 py-2.5 text-sm">
            <span className="font-medium">{skill?.label ?? 'A skill'}</span>
            <span className="flex items-center gap-2 text-muted">
              {levelLabel[level]}
              <span aria-hidden className="flex gap-0.5">{[1, 2, 3, 4, 5].map((step) => <span key={step} className={`size-1.5 rounded-full ${step <= level ? 'bg-accent' : 'bg-border'}`} />)}</span>
            </span>
          </li>
        ))}
        {profile.skills.length === 0 ? <li className="px-4 py-3 text-sm text-muted">None named yet. Skills help to find who can take a piece of work.</li> : null}
      </ul>
      {editing ? <SkillsDialog profile={profile} onClose={() => setEditing(false)} onChanged={onChanged} /> : null}
    </Card>
  );
}
