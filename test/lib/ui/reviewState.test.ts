// All people in this file are invented.
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../lib/model/failure.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import type { ReviewDecision } from '../../../lib/model/review.ts';
import { applyReview } from '../../../lib/privacy/review.ts';
import { createReviewState } from '../../../lib/ui/reviewState.ts';
import { captureB, summaryOf } from '../../components/samples.ts';
import { pretendWorker } from './worker.ts';

const words = ['Roos', 'Mark', 'roos', 'Wil'];
const texts = words.map((word, at) => `Tekst ${at}: vraag ${word} maar.`);

/** A capture with one doubtful place in each of its reactions. */
function doubtful(): Capture {
  const [sample] = captureB.reactions;
  const reactions = texts.map((text, at) => ({ ...sample!, key: `reactie-000${at}`, text, media: [] }));
  const review = reactions.map(({ key, text }, at) => {
    const start = text.indexOf(words[at]!);
    return { where: key, rule: 'naam.context', start, end: start + words[at]!.length };
  });
  return { ...captureB, posts: [], reactions, review };
}

/** A worker that does what it is asked to the capture it holds. */
function reviewing(answers: Parameters<typeof pretendWorker>[0] = {}, capture: Capture = doubtful()) {
  let held = capture;
  const worker = pretendWorker({
    decideReview: ({ decisions }: { decisions: ReviewDecision[] }) => {
      held = applyReview(held, decisions).capture;
      return summaryOf(held);
    },
    getCapture: () => held,
    markReviewed: () => summaryOf(held, { state: 'reviewed' }),
    ...answers,
  });
  let now = 1_000;
  const review = createReviewState(worker.ask, () => now);
  review.begin(held);
  return { review, worker, wait: (seconds: number) => (now += seconds * 1_000), held: () => held };
}

describe('walking the doubtful places', () => {
  it('goes on to the next open place after each decision, and counts what is open', async () => {
    const { review } = reviewing();
    await review.redact();
    await review.keep('geen-persoon');
    expect([review.at.value, review.open.value]).toEqual([2, 2]);
    expect(review.cards.value.map(({ decision }) => decision?.act)).toEqual(['redact', 'keep', undefined, undefined]);
  });

  it('sends nothing before it is finished, and then how long was looked and at how much (T31)', async () => {
    const { review, worker, wait } = reviewing();
    await review.redact();
    expect(worker.questionsOf('decideReview')).toEqual([]);
    await review.keep('geen-persoon');
    await review.redact();
    await review.redact();
    wait(31);
    expect(await review.finish()).toBe(true);
    expect(worker.questionsOf('decideReview')).toHaveLength(1);
    expect(worker.questionsOf('markReviewed')).toEqual([{ id: captureB.id, secondsSpent: 31, seen: 4 }]);
  });

  it('counts as seen only what was on the screen, also where nothing is in doubt (R9, T31)', async () => {
    const { review, worker } = reviewing({}, { ...doubtful(), review: [] });
    expect(review.texts.value).toEqual({ seen: 1, all: 4 });
    review.choose('pictures');
    review.choose('all');
    review.move(1);
    review.move(-1);
    expect(await review.finish()).toBe(true);
    expect(worker.questionsOf('markReviewed')).toMatchObject([{ seen: 2 }]);
  });

  it('is not finished while a place is open', async () => {
    const { review, worker } = reviewing();
    await review.redact();
    expect(await review.finish()).toBe(false);
    expect(worker.questionsOf('markReviewed')).toEqual([]);
    expect(review.open.value).toBe(3);
  });

  it('redacts all places with the same words at once', async () => {
    const { review } = reviewing();
    expect(review.alike.value).toBe(1);
    await review.redactAlike();
    expect(review.cards.value.map(({ decision }) => decision?.act)).toEqual(['redact', undefined, 'redact', undefined]);
  });

  it('takes back the last decision, and goes to its place', async () => {
    const { review } = reviewing();
    await review.redact();
    await review.redact();
    review.undo();
    expect([review.at.value, review.open.value]).toEqual([1, 3]);
  });

  it('decides a place once', async () => {
    const { review } = reviewing();
    await review.redact();
    review.move(-1);
    await review.keep('anders');
    expect(review.cards.value[0]?.decision?.act).toBe('redact');
  });

  it('takes out what a person selects besides, also in a text without doubt', async () => {
    const { review, held } = reviewing();
    review.choose('all');
    review.move(1);
    await review.mark(0, 5);
    expect(review.cards.value[1]?.marked).toHaveLength(1);
    review.choose('doubts');
    for (let at = 0; at < 4; at += 1) await review.redact();
    await review.finish();
    expect(held().reactions[1]?.text).toBe('[persoon] 1: vraag [persoon] maar.');
  });

  it('says why sending failed, and keeps the decisions', async () => {
    const { review } = reviewing({ decideReview: new Failure('storage-full') });
    await review.redact();
    expect(await review.finish()).toBe(false);
    expect([review.trouble.value?.code, review.canUndo.value]).toEqual(['storage-full', true]);
  });

  it('walks two thousand reactions to their end, quoted posts too, and sends them in pages', async () => {
    const many = doubtful();
    const quote = { text: texts[0]!, times: {}, media: [], isThirdParty: true };
    const reactions = Array.from({ length: 2_000 }, (_, at) => ({ ...many.reactions[0]!, key: `reactie-${at}`, quote }));
    const review = reactions.flatMap(({ key }, at) =>
      at % 10 === 0 ? [key, `${key}/citaat`].map((where) => ({ ...many.review[0]!, where })) : [],
    );
    const { review: state, worker, held } = reviewing({}, { ...many, reactions, review });
    expect(state.open.value).toBe(400);
    while (state.open.value > 0) await state.keep('geen-persoon');
    expect(await state.finish()).toBe(true);
    expect([worker.questionsOf('decideReview').length, held().review]).toEqual([16, []]);
    expect(worker.questionsOf('markReviewed')).toMatchObject([{ seen: 400 }]);
    state.choose('all');
    expect(state.cards.value).toHaveLength(4_000);
  });

  it('sends a page of decisions by itself in a long thread, so that little is lost', async () => {
    const many = doubtful();
    const reactions = Array.from({ length: 60 }, (_, at) => ({ ...many.reactions[1]!, key: `reactie-${at}` }));
    const review = reactions.map(({ key }) => ({ ...many.review[1]!, where: key }));
    const { review: state, worker } = reviewing({}, { ...many, reactions, review });
    for (let at = 0; at < 30; at += 1) await state.redact();
    expect(worker.questionsOf('decideReview')).toHaveLength(1);
    expect(state.open.value).toBe(30);
  });
});
