/** R29: what a new colleague does once on the practice page, and what to say of it. */
import type { LetterKind } from '../model/letter.ts';
import type { Pointing } from '../model/pointed.ts';
import type { Scenario } from '../model/policy.ts';
import { letterItem, privatePosts, profilePage } from './pages.ts';

export const stories = ['bericht', 'brief', 'ronde'] as const;
export type Story = (typeof stories)[number];

/** What is to be done, in order. */
export const practiceSteps = {
  bericht: ['bericht-start', 'bericht-export'],
  brief: ['brief-knoppen', 'brief-wijs', 'brief-vastleggen'],
  ronde: ['ronde-kies', 'ronde-klaar'],
} as const satisfies Record<Story, readonly string[]>;
export type PracticeStep = (typeof practiceSteps)[Story][number];

/** What somebody did, as the panel asked it of the worker. */
export type PracticeEvent =
  | { readonly did: 'bericht-start'; readonly scenario: Scenario }
  | { readonly did: 'bericht-export' }
  | { readonly did: 'brief-knoppen' }
  | { readonly did: 'brief-wijs'; readonly as: Pointing; readonly item: string }
  | { readonly did: 'brief-vastleggen'; readonly kind: LetterKind; readonly item: string }
  | { readonly did: 'ronde-kies'; readonly posts: readonly string[] }
  | { readonly did: 'ronde-klaar' };

export const practiceMistakes = [
  'ander-scenario',
  'geen-brief',
  'andere-keuze',
  'andere-soort',
  'prive-gekozen',
  'bericht-gemist',
  'niets-gekozen',
] as const;
export type PracticeMistake = (typeof practiceMistakes)[number];

/** Why it is not quite what the rules ask; undefined when it is. */
export function mistakeIn(event: PracticeEvent): PracticeMistake | undefined {
  if (event.did === 'bericht-start') return event.scenario === 'B' ? undefined : 'ander-scenario';
  if (event.did === 'brief-wijs') {
    if (event.item !== letterItem) return 'geen-brief';
    return event.as === 'brief' ? undefined : 'andere-keuze';
  }
  if (event.did === 'brief-vastleggen') {
    if (event.item !== letterItem) return 'geen-brief';
    return event.kind === 'bezwaar' ? undefined : 'andere-soort';
  }
  return event.did === 'ronde-kies' ? mistakeInRound(event.posts) : undefined;
}

function mistakeInRound(posts: readonly string[]): PracticeMistake | undefined {
  if (posts.length === 0) return 'niets-gekozen';
  if (posts.some((id) => privatePosts.has(id))) return 'prive-gekozen';
  return posts.length < profilePage.items.length - privatePosts.size ? 'bericht-gemist' : undefined;
}
