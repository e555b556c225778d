import type { Completeness } from '../lib/model/capture.ts';
import { number } from '../lib/ui/format.ts';
import type { RemovedKind } from '../lib/ui/tally.ts';
import { hasWordFor, plural, t, wordFor } from '../lib/ui/words.ts';
import { CompletenessBadge } from './Badge.tsx';
import { Icon } from './Icon.tsx';

export interface Figure {
  readonly label: string;
  readonly value: number;
  /** How many the page showed. */
  readonly shown?: number;
}

/** A few numbers side by side. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ label, value, shown }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {number(value)}
            {shown !== undefined && <span class="of-shown"> {t('of_shown', { shown })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** R23: the verdict with its reasons, and goal, minimum and reached. */
export function CompletenessFacts({
  completeness,
  isFolded,
}: {
  readonly completeness: Completeness;
  readonly isFolded?: boolean;
}) {
  const { state } = completeness;
  const reasons = completeness.reasons.toSorted((one, other) => weight(one) - weight(other));
  return (
    <div class="completeness">
      <p class="completeness-verdict">
        <CompletenessBadge state={state} /> <span>{wordFor('completeness', `${state}_explained`)}</span>
      </p>
      {reasons.length > 0 && (
        <ul class="plain-list">
          {reasons.map(({ code, detail }) => (
            <li key={code + JSON.stringify(detail)}>{reasonFor(code, detail)}</li>
          ))}
        </ul>
      )}
      {isFolded ? (
        <details>
          <summary>{t('bandwidth')}</summary>
          <Bandwidth completeness={completeness} />
        </details>
      ) : (
        <Bandwidth completeness={completeness} />
      )}
    </div>
  );
}

type Reason = Completeness['reasons'][number];

/** First why it ended early, then how many are missing, then the rest as it came. */
const first: readonly Reason['code'][] = [
  'stopped',
  'navigated',
  'budget-time',
  'budget-items',
  'budget-bytes',
  'fewer-than-displayed',
];
function weight({ code }: Reason): number {
  return first.includes(code) ? first.indexOf(code) : first.length;
}

/** What a reader has to say about its network is a code within the reason. */
function reasonFor(code: Reason['code'], detail: Reason['detail']): string {
  const { note } = detail;
  const isKnownNote = code === 'reader-note' && typeof note === 'string' && hasWordFor('note', note);
  return isKnownNote ? wordFor('note', note) : wordFor('reason', code, detail);
}

function Bandwidth({ completeness: { goal, minimum, reached } }: { readonly completeness: Completeness }) {
  return (
    <dl class="pairs">
      <div>
        <dt>{t('goal')}</dt>
        <dd lang="nl">{goal}</dd>
      </div>
      <div>
        <dt>{t('minimum')}</dt>
        <dd lang="nl">{minimum}</dd>
      </div>
      <div>
        <dt>{t('reached')}</dt>
        <dd lang="nl">{reached}</dd>
      </div>
    </dl>
  );
}

/** R20: what was removed, how often; never what it was. */
export function RemovedList({ removed }: { readonly removed: readonly RemovedKind[] }) {
  if (removed.length === 0) return <p class="soft">{t('removed_nothing')}</p>;
  return (
    <ul class="removed">
      {removed.map(({ kind, count, places }) => (
        <li key={kind}>
          <span>{wordFor('redaction', kind)}</span>
          <span class="removed-count" title={plural('places', places)}>
            {number(count)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "Kept" and "removed" side by side, before anything happens. */
export function KeepsAndRemoves({ keeps, removes }: { readonly keeps: readonly string[]; readonly removes: readonly string[] }) {
  return (
    <div class="keeps-removes">
      <section>
        <h3>{t('popup_keeps')}</h3>
        <ul class="ticks ticks-keep">
          {keeps.map((code) => (
            <li key={code}>
              <Icon name="check" />
              {wordFor('keeps', code)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('popup_removes')}</h3>
        <ul class="ticks ticks-remove">
          {removes.map((code) => (
            <li key={code}>
              <Icon name="cross" />
              {wordFor('removes', code)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
