/** Walking the places a person must look at: one decision a key, nothing sent until a page of them is made (R9, T31). */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { Failure } from '../model/failure.ts';
import type { Capture, ReviewPoint } from '../model/capture.ts';
import type { ReviewDecision, StayReason } from '../model/review.ts';
import { reviewTexts } from '../model/reviewTexts.ts';
import type { Ask } from './ask.ts';
import { createPictureState } from './pictureState.ts';
import type { PictureState } from './pictureState.ts';

/** One text on the screen. In the walk over doubtful places `point` is the place asked about. */
export interface ReviewCard {
  readonly where: string;
  readonly text: string;
  readonly point?: ReviewPoint;
  readonly decision?: ReviewDecision;
  /** What was marked besides in this text. */
  readonly marked: readonly ReviewDecision[];
}

export type ReviewWalk = 'doubts' | 'all' | 'pictures';

export interface ReviewState {
  readonly id: ReadonlySignal<string | undefined>;
  readonly walk: ReadonlySignal<ReviewWalk>;
  readonly cards: ReadonlySignal<readonly ReviewCard[]>;
  readonly at: ReadonlySignal<number>;
  readonly open: ReadonlySignal<number>;
  /** How many of all texts were on the screen: that number goes into the record (T31). */
  readonly texts: ReadonlySignal<{ readonly seen: number; readonly all: number }>;
  /** Other open places with the same words. */
  readonly alike: ReadonlySignal<number>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  readonly pictures: PictureState;
  readonly begin: (capture: Capture) => void;
  readonly choose: (walk: ReviewWalk) => void;
  readonly move: (step: number) => void;
  readonly redact: () => Promise<void>;
  readonly keep: (reason: StayReason) => Promise<void>;
  readonly redactAlike: () => Promise<void>;
  /** Offsets in the text of the card on the screen. */
  readonly mark: (start: number, end: number) => Promise<void>;
  readonly undo: () => void;
  /** Sends what is left and says that a person has looked; answers whether it is done. */
  readonly finish: () => Promise<boolean>;
}

/** As many decisions as are lost at most when the browser ends. */
const pageSize = 25;

export function createReviewState(ask: Ask, now: () => number): ReviewState {
  const capture = signal<Capture | undefined>(undefined);
  const walk = signal<ReviewWalk>('doubts');
  const at = signal(0);
  const pending = signal<readonly ReviewDecision[]>([]);
  const isBusy = signal(false);
  const trouble = signal<Failure | undefined>(undefined);
  const pictures = createPictureState(ask, (read) => {
    capture.value = read;
  });
  const seen = signal<ReadonlySet<string>>(new Set());
  let openedAt = 0;

  const cards = computed(() => (capture.value ? cardsOf(capture.value, walk.value, pending.value) : []));
  const card = computed(() => cards.value[at.value]);
  const openCards = computed(() => doubtsOf(capture.value, pending.value).filter(({ decision }) => !decision));
  const alikeCards = computed(() => {
    const words = phrase(card.value);
    return words === undefined ? [] : openCards.value.filter((one) => phrase(one) === words && one.point !== card.value?.point);
  });

  const texts = computed(() => {
    const all = capture.value ? cardsOf(capture.value, 'all', []) : [];
    return { seen: all.filter(({ where }) => seen.value.has(where)).length, all: all.length };
  });

  const look = () => {
    const { where } = card.value ?? {};
    if (where !== undefined && !seen.value.has(where)) seen.value = new Set([...seen.value, where]);
  };
  const goTo = (place: number) => {
    at.value = Math.max(0, Math.min(place, cards.value.length - 1));
    look();
  };
  /** After a decision: the next open place, round the corner if need be. */
  const goOn = () => {
    const next = cards.value.findIndex(({ decision }, index) => index > at.value && !decision);
    const first = cards.value.findIndex(({ decision }) => !decision);
    goTo(next >= 0 ? next : first >= 0 ? first : at.value);
  };
  const begin = (read: Capture, walked?: ReviewWalk) => {
    capture.value = read;
    pending.value = [];
    walk.value = walked ?? (read.review.length > 0 ? 'doubts' : 'all');
    goTo(0);
  };
  const send = async (): Promise<boolean> => {
    const { value: open } = capture;
    if (!open || isBusy.value) return false;
    isBusy.value = true;
    trouble.value = undefined;
    try {
      if (pending.value.length > 0) {
        await ask('decideReview', { id: open.id, decisions: [...pending.value] });
        begin(await ask('getCapture', { id: open.id }), walk.value);
      }
      return true;
    } catch (error) {
      trouble.value = asFailure(error);
      return false;
    } finally {
      isBusy.value = false;
    }
  };
  const decide = async (decisions: readonly ReviewDecision[], isOnward: boolean) => {
    if (decisions.length === 0 || isBusy.value) return;
    pending.value = [...pending.value, ...decisions];
    if (isOnward) goOn();
    if (pending.value.length >= pageSize) await send();
  };

  return {
    id: computed(() => capture.value?.id),
    walk,
    cards,
    at,
    open: computed(() => openCards.value.length),
    texts,
    alike: computed(() => alikeCards.value.length),
    canUndo: computed(() => pending.value.length > 0 && !isBusy.value),
    isBusy,
    trouble,
    pictures,
    begin: (read) => {
      seen.value = new Set();
      openedAt = now();
      begin(read);
    },
    choose: (walked) => {
      walk.value = walked;
      goTo(0);
      if (walked === 'pictures' && capture.value) void pictures.begin(capture.value);
    },
    move: (step) => goTo(at.value + step),
    redact: () => decide(redaction(card.value), true),
    keep: (reason) => {
      const { value: here } = card;
      if (!here?.point || here.decision) return Promise.resolve();
      return decide([{ act: 'keep', where: here.where, start: here.point.start, end: here.point.end, reason }], true);
    },
    redactAlike: () => decide([card.value, ...alikeCards.value].flatMap(redaction), true),
    mark: (start, end) => {
      const { value: here } = card;
      if (!here || start >= end || here.text.slice(start, end).trim() === '') return Promise.resolve();
      return decide([{ act: 'redact', where: here.where, start, end }], false);
    },
    undo: () => {
      const last = pending.value.at(-1);
      pending.value = pending.value.slice(0, -1);
      const place = cards.value.findIndex((one) => last && one.where === last.where && (!one.point || covers(last, one.point)));
      if (place >= 0) goTo(place);
    },
    async finish() {
      const { value: open } = capture;
      if (!open || !(await send()) || openCards.value.length > 0) return false;
      isBusy.value = true;
      try {
        await ask('markReviewed', {
          id: open.id,
          secondsSpent: Math.max(0, Math.round((now() - openedAt) / 1000)),
          seen: texts.value.seen,
        });
        return true;
      } catch (error) {
        trouble.value = asFailure(error);
        return false;
      } finally {
        isBusy.value = false;
      }
    },
  };
}

function doubtsOf(capture: Capture | undefined, decisions: readonly ReviewDecision[]): ReviewCard[] {
  return capture ? cardsOf(capture, 'doubts', decisions) : [];
}

/** In the order of the thread. */
function cardsOf(capture: Capture, walk: ReviewWalk, decisions: readonly ReviewDecision[]): ReviewCard[] {
  const points = Map.groupBy(capture.review, ({ where }) => where);
  const decided = Map.groupBy(decisions, ({ where }) => where);
  return reviewTexts(capture).flatMap(({ where, text }) => {
    const here = decided.get(where) ?? [];
    if (walk === 'pictures') return [];
    if (walk === 'all') return text === '' ? [] : [{ where, text, marked: here.filter(({ act }) => act === 'redact') }];
    return (points.get(where) ?? []).map((point): ReviewCard => {
      const decision = here.find((one) => covers(one, point));
      return { where, text, point, marked: here.filter((one) => one !== decision), ...(decision && { decision }) };
    });
  });
}

function covers({ start, end }: ReviewDecision, point: ReviewPoint): boolean {
  return start < point.end && end > point.start;
}

function phrase(card: ReviewCard | undefined): string | undefined {
  return card?.point && card.text.slice(card.point.start, card.point.end).toLowerCase();
}

function redaction(one: ReviewCard | undefined): ReviewDecision[] {
  return one?.point && !one.decision ? [{ act: 'redact', where: one.where, start: one.point.start, end: one.point.end }] : [];
}
