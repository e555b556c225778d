import type { PracticeItem } from '../../lib/practice/pages.ts';
import { shortMoment } from '../../lib/ui/format.ts';
import { t } from '../../lib/ui/words.ts';
import { Icon } from '../Icon.tsx';

/** A post or reaction of the practice page, as networks draw them. */
export function PracticePost({ item, handle }: { readonly item: PracticeItem; readonly handle?: string | undefined }) {
  const { id, author, isOwn, text, time, parent } = item;
  const isReaction = parent !== undefined;
  return (
    <article class={isReaction ? 'practice-reaction' : 'practice-post'} {...(isReaction && !isOwn && { 'data-reaction': id })}>
      <span class="practice-portrait" aria-hidden="true">
        {author.firstName.slice(0, 1)}
      </span>
      <div>
        <p>
          <strong>{author.name}</strong>
          {isOwn && <Icon name="check" />} <span class="soft">@{author.handle} · </span>
          <time class="soft" dateTime={time}>
            {shortMoment(time)}
          </time>
        </p>
        {handle !== undefined && <p class="soft small">{t('practice_answers', { handle })}</p>}
        <p class="practice-text">{text}</p>
      </div>
    </article>
  );
}
