import { useEffect } from 'preact/hooks';
import type { PagePost } from '../../lib/model/run.ts';
import { moment } from '../../lib/ui/format.ts';
import type { ReadyPage } from '../../lib/ui/choice.ts';
import type { RoundState } from '../../lib/ui/roundState.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { PageCard } from '../capture/PageCard.tsx';
import { FailureNotice } from '../Failure.tsx';
import { focusFirstFault } from '../focus.ts';
import { Notice } from '../Notice.tsx';
import { PostChoice } from './PostChoice.tsx';

interface Props {
  readonly page: ReadyPage;
  readonly round: RoundState;
  readonly capacities: readonly string[];
  readonly onOpen: (path: string) => void;
}

/** R9, R10: beside the profile of a hybrid account: what the person scrolls past appears here, to tick what is government information. */
export function RoundBox({ page, round, capacities, onOpen }: Props) {
  useEffect(() => round.follow(page), [round]);
  const { value: posts } = round.posts;
  const { value: since } = round.since;
  const isOld = ({ posted }: PagePost) => since !== undefined && posted !== undefined && posted < since;
  const fresh = (posts ?? []).filter((post) => !isOld(post));
  const old = (posts ?? []).filter(isOld);
  const { value: unseen } = round.unseen;
  const draw = (post: PagePost) => (
    <PostChoice
      key={post.url}
      post={post}
      isOutOfSight={unseen.includes(post)}
      said={round.ticked.value.get(post.url)}
      capacities={capacities}
      isPointingOut={round.isPointingOut.value}
      onTick={(isOn) => round.tick(post, isOn)}
      onSay={(part) => round.say(post.url, part)}
      onOpen={onOpen}
    />
  );
  return (
    <>
      <PageCard page={page} />
      <section class="stack" aria-labelledby="round-title">
        <div>
          <h2 id="round-title">
            {t('round_title')} <Rule code="R9" />
          </h2>
          <p class="soft small">{lastTime(round)}</p>
        </div>
        <p>{t('round_how')}</p>
        {round.trouble.value && <FailureNotice failure={round.trouble.value} />}
        <p class="round-seen" role="status">
          {posts === undefined ? t('loading') : seenText(round)}
        </p>
        {posts !== undefined && posts.length === 0 && (
          <Notice tone="info">
            <p>{t('round_nothing_here')}</p>
          </Notice>
        )}
        {unseen.length > 0 && (
          <section aria-labelledby="round-before">
            <h3 id="round-before">{t('round_ticked_before')}</h3>
            <ul class="post-choices">{unseen.map(draw)}</ul>
          </section>
        )}
        {fresh.length > 0 && <ul class="post-choices">{fresh.map(draw)}</ul>}
        {old.length > 0 && (
          <details>
            <summary>{plural('round_older', old.length)}</summary>
            <ul class="post-choices">{old.map(draw)}</ul>
          </details>
        )}
        <StartBar page={page} round={round} />
      </section>
    </>
  );
}

function lastTime({ since, account }: RoundState): string {
  const term = account.value?.round;
  const before = since.value === undefined ? t('round_first') : t('round_last', { when: moment(since.value) });
  return term === undefined ? before : `${before} ${wordFor('round_term', term)}`;
}

function seenText({ posts, oldest, others }: RoundState): string {
  const seen = plural('round_seen', posts.value?.length ?? 0);
  const until = oldest.value === undefined ? '' : `, ${t('round_until', { when: moment(oldest.value) })}`;
  const left = others.value === 0 ? '' : ` ${plural('round_others', others.value)}`;
  return `${seen}${until}.${left}`;
}

function StartBar({ page, round }: Pick<Props, 'page' | 'round'>) {
  const count = round.ticked.value.size;
  const start = () => {
    void round.start(page);
    focusFirstFault();
  };
  return (
    <div class="action-bar">
      <p class="missing" role="status">
        {round.isPointingOut.value && round.lacking.value.length > 0 && plural('round_lacking', round.lacking.value.length)}
      </p>
      {count > 0 ? (
        <button type="button" class="primary wide" onClick={start}>
          {plural('round_start', count)}
        </button>
      ) : (
        <button type="button" class="secondary wide" onClick={start}>
          {t('round_close_empty')}
        </button>
      )}
      <p class="small soft">{t(count > 0 ? 'round_start_note' : 'round_empty_note')}</p>
    </div>
  );
}
