import type { PagePost } from '../../lib/model/run.ts';
import { shortMoment } from '../../lib/ui/format.ts';
import { pathOf } from '../../lib/ui/route.ts';
import type { Said } from '../../lib/ui/roundState.ts';
import { t } from '../../lib/ui/words.ts';
import { AreaField, SelectField } from '../Field.tsx';

interface Props {
  readonly post: PagePost;
  /** Ticked before, and not on the page yet this time: its text is not known. */
  readonly isOutOfSight: boolean;
  /** Absent while it is not ticked. */
  readonly said: Said | undefined;
  readonly capacities: readonly string[];
  readonly isPointingOut: boolean;
  readonly onTick: (isOn: boolean) => void;
  readonly onSay: (part: Partial<Said>) => void;
  readonly onOpen: (path: string) => void;
}

/** One post of the profile: ticked it asks in which capacity it was made, and why it is government information (R9). */
export function PostChoice({ post, isOutOfSight, said, capacities, isPointingOut, onTick, onSay, onOpen }: Props) {
  const { capture } = post;
  return (
    <li class={said ? 'post-choice post-choice-on' : 'post-choice'}>
      <label class="check">
        <input type="checkbox" checked={said !== undefined} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
        <span>
          <span class="post-when">{post.posted === undefined ? t('round_no_time') : shortMoment(post.posted)}</span>
          <span class="post-text">{textOf(post, isOutOfSight)}</span>
        </span>
      </label>
      {(post.isPinned || post.words.length > 0 || capture !== undefined) && (
        <p class="badges">
          {post.words.map((word) => (
            <span class="badge badge-open" key={word}>
              {t('round_word', { word })}
            </span>
          ))}
          {post.isPinned && <span class="badge">{t('round_pinned')}</span>}
          {capture !== undefined && (
            <>
              <span class="badge badge-ok">{t('round_captured')}</span>
              <button type="button" class="link small" onClick={() => onOpen(pathOf({ page: 'capture', id: capture }))}>
                {capture}
              </button>
            </>
          )}
        </p>
      )}
      {said && (
        <div class="post-said">
          <SelectField
            label={t('capacity_label')}
            value={said.capacity}
            options={capacities.map((capacity) => ({ value: capacity, label: capacity }))}
            empty={t('choose')}
            {...(isPointingOut && said.capacity === '' && { error: t('missing_capacity') })}
            onChange={(capacity) => onSay({ capacity })}
          />
          <AreaField
            label={t('selection_label')}
            value={said.selectionReason}
            rows={1}
            {...(isPointingOut && said.selectionReason.trim().length < 3 && { error: t('missing_selection') })}
            onChange={(selectionReason) => onSay({ selectionReason })}
          />
        </div>
      )}
    </li>
  );
}

function textOf({ text }: PagePost, isOutOfSight: boolean): string {
  if (isOutOfSight) return t('round_out_of_sight');
  return text === '' ? t('round_no_text') : text;
}
