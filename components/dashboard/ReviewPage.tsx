import { useEffect, useRef, useState } from 'preact/hooks';
import { stayReasons } from '../../lib/model/review.ts';
import type { StayReason } from '../../lib/model/review.ts';
import { itemOf, partOf } from '../../lib/model/reviewTexts.ts';
import type { ReviewCard, ReviewState } from '../../lib/ui/reviewState.ts';
import { hasWordFor, plural, t, wordFor } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { FailureNotice } from '../Failure.tsx';
import { MarkedText } from './MarkedText.tsx';
import { PictureMarks } from './PictureMarks.tsx';
import { selectionIn } from './selection.ts';

interface Props {
  readonly review: ReviewState;
  readonly onDone: () => void;
}

/** Walks the doubtful places, or every text, one at a time: a key each, with what is still open always in sight. */
export function ReviewPage({ review, onDone }: Props) {
  const cards = review.cards.value;
  const at = review.at.value;
  const card = cards[at];
  const { seen, all } = review.texts.value;
  const [reason, setReason] = useState<StayReason>('geen-persoon');
  const place = useRef<HTMLElement>(null);
  const text = useRef<HTMLParagraphElement | null>(null);
  useEffect(() => place.current?.focus(), []);
  const markSelection = () => {
    const found = text.current && selectionIn(text.current);
    if (found) void review.mark(found.start, found.end);
  };
  const keys: Readonly<Record<string, () => void>> = {
    l: () => void review.redact(),
    b: () => void review.keep(reason),
    a: () => void review.redactAlike(),
    s: markSelection,
    z: review.undo,
    ArrowRight: () => review.move(1),
    ArrowLeft: () => review.move(-1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('select, input, textarea');
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div class="review">
      <Head review={review} />
      {review.trouble.value && <FailureNotice failure={review.trouble.value} />}
      {review.walk.value === 'pictures' && (
        <section class="panel" aria-label={t('review_walk_pictures')}>
          <PictureMarks pictures={review.pictures} />
        </section>
      )}
      <section
        ref={place}
        class="panel review-card"
        tabIndex={0}
        hidden={review.walk.value === 'pictures'}
        aria-labelledby="review-place"
        onKeyDown={onKeyDown}
      >
        {card ? (
          <>
            <p class="over" id="review-place">
              {t('review_place', { at: at + 1, of: cards.length, where: placeName(card.where) })}
            </p>
            <MarkedText card={card} into={text} />
            <Verdict card={card} />
            <div class="buttons">
              {card.point && (
                <>
                  <KeyButton look="primary" letter="L" label={t('review_redact')} isOff={!!card.decision} onClick={keys['l']} />
                  <KeyButton look="secondary" letter="B" label={t('review_keep')} isOff={!!card.decision} onClick={keys['b']} />
                  <label class="review-reason">
                    <span class="visually-hidden">{t('review_keep_reason')}</span>
                    <select value={reason} onChange={({ currentTarget }) => setReason(reasonOf(currentTarget.value))}>
                      {stayReasons.map((one) => (
                        <option key={one} value={one}>
                          {wordFor('stay', one)}
                        </option>
                      ))}
                    </select>
                  </label>
                </>
              )}
              {review.alike.value > 0 && (
                <KeyButton look="secondary" letter="A" label={plural('review_alike', review.alike.value)} onClick={keys['a']} />
              )}
              <KeyButton look="secondary" letter="S" label={t('review_mark')} onClick={markSelection} />
            </div>
            <div class="buttons review-walk">
              <KeyButton look="link" letter="←" label={t('review_previous')} isOff={at === 0} onClick={keys['ArrowLeft']} />
              <KeyButton
                look="link"
                letter="→"
                label={t('review_next')}
                isOff={at >= cards.length - 1}
                onClick={keys['ArrowRight']}
              />
              <KeyButton look="link" letter="Z" label={t('review_undo')} isOff={!review.canUndo.value} onClick={review.undo} />
            </div>
          </>
        ) : (
          <p id="review-place">{t('review_nothing')}</p>
        )}
      </section>
      <div class="buttons">
        <button
          type="button"
          class={review.open.value === 0 ? 'primary' : 'secondary'}
          aria-disabled={review.open.value > 0 || review.isBusy.value}
          onClick={() => void review.finish().then((isDone) => isDone && onDone())}
        >
          {review.isBusy.value ? t('review_saving') : t(seen === all ? 'review_done' : 'review_finish')}
        </button>
        <p class="soft small">
          {review.open.value > 0 ? plural('review_still_open', review.open.value) : t('review_all_decided')}{' '}
          {all > 0 && t('review_seen', { seen, all })}
        </p>
      </div>
    </div>
  );
}

function Head({ review }: { readonly review: ReviewState }) {
  const total = review.cards.value.length;
  const decided = review.cards.value.filter(({ decision }) => decision).length;
  const { value: walk } = review.walk;
  const isDoubts = walk === 'doubts';
  return (
    <div class="review-head">
      <p>
        {t('review_explained')} <Rule code="R9" />
      </p>
      <div class="buttons" role="group" aria-label={t('review_walk')}>
        <button type="button" class="quiet" aria-pressed={isDoubts} onClick={() => review.choose('doubts')}>
          {t('review_walk_doubts')}
        </button>
        <button type="button" class="quiet" aria-pressed={walk === 'all'} onClick={() => review.choose('all')}>
          {t('review_walk_all')}
        </button>
        <button type="button" class="quiet" aria-pressed={walk === 'pictures'} onClick={() => review.choose('pictures')}>
          {t('review_walk_pictures')}
        </button>
      </div>
      {isDoubts && total > 0 && <progress max={total} value={decided} aria-label={t('review_progress')} />}
      <p class="visually-hidden" role="status">
        {plural('review_still_open', review.open.value)}
      </p>
    </div>
  );
}

/** "reactie-0001, aangehaald bericht". */
function placeName(where: string): string {
  const part = partOf(where);
  return part === undefined ? where : `${itemOf(where)}, ${wordFor('text_part', part)}`;
}

function Verdict({ card: { point, decision, marked } }: { readonly card: ReviewCard }) {
  return (
    <p class="small soft" role="status">
      {decision?.act === 'redact' && t('review_will_go')}
      {decision?.act === 'keep' && t('review_will_stay', { reason: wordFor('stay', decision.reason) })}
      {!decision && point && (hasWordFor('doubt', point.rule) ? wordFor('doubt', point.rule) : <code>{point.rule}</code>)}
      {marked.length > 0 && <> {plural('review_marked', marked.length)}</>}
    </p>
  );
}

interface KeyButtonProps {
  readonly look: 'primary' | 'secondary' | 'link';
  readonly letter: string;
  readonly label: string;
  readonly isOff?: boolean;
  readonly onClick: (() => void) | undefined;
}

function KeyButton({ look, letter, label, isOff = false, onClick }: KeyButtonProps) {
  return (
    <button type="button" class={look} aria-disabled={isOff} onClick={() => !isOff && onClick?.()}>
      {label} <kbd>{letter}</kbd>
    </button>
  );
}

function reasonOf(value: string): StayReason {
  return stayReasons.find((reason) => reason === value) ?? 'anders';
}
