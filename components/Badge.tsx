import type { CaptureState, CompletenessState } from '../lib/model/capture.ts';
import type { Scenario } from '../lib/model/policy.ts';
import { t, wordFor } from '../lib/ui/words.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import type { Tone } from './Notice.tsx';

const wholeness: Readonly<Record<CompletenessState, { tone: Tone; icon: IconName }>> = {
  OK: { tone: 'ok', icon: 'check' },
  TEKORT: { tone: 'warn', icon: 'warn' },
  ONVOLLEDIG: { tone: 'bad', icon: 'part' },
};

/** Told by word, shape and colour: never by colour alone. */
export function CompletenessBadge({ state }: { readonly state: CompletenessState }) {
  const { tone, icon } = wholeness[state];
  return (
    <span class={`badge badge-${tone}`}>
      <Icon name={icon} />
      {wordFor('completeness', state)}
    </span>
  );
}

export function StateBadge({ state }: { readonly state: CaptureState }) {
  const isOut = state === 'delivered' || state === 'secured' || state === 'cleared';
  return (
    <span class={`badge ${isOut ? 'badge-ok' : 'badge-open'}`}>
      <Icon name={isOut ? 'check' : 'file'} />
      {wordFor('state', state)}
    </span>
  );
}

export function ScenarioTile({ scenario }: { readonly scenario: Scenario }) {
  return (
    <span class="scenario-tile">
      <span class="visually-hidden">{t('scenario')} </span>
      {scenario}
    </span>
  );
}

/** "R5" beside a sentence, so that "where is R5?" has an answer (domain rules). */
export function Rule({ code }: { readonly code: string }) {
  const [rule] = /^R\d+/.exec(code) ?? [];
  return rule === undefined ? null : (
    <abbr class="rule" title={t('rule_title', { rule })}>
      {rule}
    </abbr>
  );
}
