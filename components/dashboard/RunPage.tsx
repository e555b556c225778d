import { useEffect } from 'preact/hooks';
import type { Changes } from '../../lib/model/changes.ts';
import type { Run } from '../../lib/model/run.ts';
import { pathOf } from '../../lib/ui/route.ts';
import type { WorkState } from '../../lib/ui/workState.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';
import { Notice } from '../Notice.tsx';
import { RunCard } from '../round/RunCard.tsx';

interface Props {
  readonly id: string;
  readonly work: WorkState;
  readonly onOpen: (path: string) => void;
}

/** A round or a repeat while it goes, and its report; of a repeat also what has changed since (R26). */
export function RunPage({ id, work, onOpen }: Props) {
  const run = work.runs.runs.value?.find((one) => one.id === id);
  const isEnded = run?.state === 'ended';
  useEffect(() => {
    if (run && isEnded && run.kind === 'herhaling') void work.compare(run);
  }, [isEnded, run?.id]);
  if (!work.runs.runs.value) return <p role="status">{t('loading')}</p>;
  if (!run) return <FailureNotice failure={{ code: 'not-found' }} />;
  const trouble = work.runs.trouble.value ?? work.trouble.value;
  return (
    <div class="panel">
      {trouble && <FailureNotice failure={trouble} />}
      {run.state === 'going' && (
        <Notice tone="info">
          <p>{t('run_elsewhere')}</p>
        </Notice>
      )}
      <RunCard run={run} onSteer={(act) => void work.runs.steer(run, act)} onOpen={onOpen} />
      {isEnded && run.kind === 'herhaling' && <WhatChanged run={run} changes={work.changes.value} />}
    </div>
  );
}

function WhatChanged({ run, changes }: { readonly run: Run; readonly changes: ReadonlyMap<string, Changes | null> }) {
  const captures = run.steps.flatMap(({ capture }) => capture ?? []);
  if (captures.length === 0) return null;
  return (
    <section aria-labelledby="changed-title">
      <h2 id="changed-title">{t('changes_title')}</h2>
      <ul class="due-list" aria-live="polite">
        {captures.map((capture) => (
          <li key={capture}>
            <a href={`#${pathOf({ page: 'capture', id: capture })}`}>{capture}</a>
            <span>{inShort(changes.get(capture))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function inShort(changes: Changes | null | undefined): string {
  if (changes === undefined) return t('loading');
  if (changes === null) return t('changes_nothing_before');
  const { added, edited, removed, firstSeen, notSeenAgain, profile = [] } = changes;
  const parts = [
    ...(profile.length > 0 ? [plural('changed_fields', profile.length)] : []),
    ...(added.length > 0 ? [plural('changed_added', added.length)] : []),
    ...(edited.length > 0 ? [plural('changed_edited', edited.length)] : []),
    ...(removed.length > 0 ? [plural('changed_removed', removed.length)] : []),
    ...(firstSeen.length > 0 ? [plural('changed_first_seen', firstSeen.length)] : []),
    ...(notSeenAgain.length > 0 ? [plural('changed_not_seen', notSeenAgain.length)] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : t('changed_nothing');
}
