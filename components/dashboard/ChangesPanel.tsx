import type { ComponentChildren } from 'preact';
import type { ChangedField, ChangedItem, Changes } from '../../lib/model/changes.ts';
import type { EarlierPackage } from '../../lib/model/evidence.ts';
import { moment, shortMoment } from '../../lib/ui/format.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import type { WordKey } from '../../lib/ui/phrases.ts';
import { Notice } from '../Notice.tsx';
import { More } from './More.tsx';

interface Props {
  readonly earlier: EarlierPackage;
  /** `null`: the earlier capture is not there any more. */
  readonly changes: Changes | null | undefined;
}

/** R26: what was added, changed or removed since the capture of the same post before. */
export function ChangesPanel({ earlier, changes }: Props) {
  return (
    <section class="panel" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes_title')}</h2>
      {changes === undefined && <p role="status">{t('loading')}</p>}
      {changes === null && <p>{t('changes_gone', { id: earlier.id })}</p>}
      {changes && <Found changes={changes} />}
    </section>
  );
}

function Found({ changes }: { readonly changes: Changes }) {
  const { earlier } = changes;
  const lists: readonly { readonly title: WordKey; readonly items: Changes['edited'] }[] = [
    { title: 'changes_added', items: changes.added },
    { title: 'changes_edited', items: changes.edited },
    { title: 'changes_removed', items: changes.removed },
    { title: 'changes_first_seen', items: changes.firstSeen },
    { title: 'changes_not_seen', items: changes.notSeenAgain },
  ];
  return (
    <>
      <p>
        <a href={`#${pathOf({ page: 'capture', id: earlier.id })}`}>
          {t('changes_since', { id: earlier.id, when: moment(earlier.capturedAt) })}
        </a>{' '}
        {plural('changes_unchanged', changes.unchanged)}.
      </p>
      <Notice tone={changes.isCertain ? 'info' : 'warn'}>
        <p>{t(changes.isCertain ? 'changes_certain' : 'changes_uncertain')}</p>
      </Notice>
      {changes.profile && <ProfileFields fields={changes.profile} />}
      {lists
        .filter(({ items }) => items.length > 0)
        .map(({ title, items }) => (
          <section key={title} aria-label={t(title)}>
            <h3>
              {t(title)} ({items.length})
            </h3>
            <More lines={items} draw={(shown) => <List items={shown} isEdited={title === 'changes_edited'} />} />
          </section>
        ))}
    </>
  );
}

/** R4: the profile as it was and as it is. */
function ProfileFields({ fields }: { readonly fields: readonly ChangedField[] }) {
  if (fields.length === 0) return <p>{t('changes_profile_same')}</p>;
  return (
    <section aria-label={t('changes_profile')}>
      <h3>
        {t('changes_profile')} ({fields.length})
      </h3>
      <ul class="changes">
        {fields.map(({ field, before, after }) => (
          <li key={`${JSON.stringify(field)} ${before ?? ''} ${after ?? ''}`}>
            <span class="row-sub">{typeof field === 'string' ? wordFor('changed_field', field) : field.label}</span>
            {before !== undefined && (
              <Line label={t('changes_before')}>
                <del>{before}</del>
              </Line>
            )}
            <Line label={t('changes_after')}>{after ?? t('changes_field_gone')}</Line>
          </li>
        ))}
      </ul>
    </section>
  );
}

function List({ items, isEdited }: { readonly items: Changes['edited']; readonly isEdited: boolean }) {
  return (
    <ul class="changes">
      {items.map((item) => (
        <li key={item.key}>
          <span class="row-sub">
            {t(item.isThirdParty ? 'changes_of_reaction' : 'changes_of_post')}
            {item.posted !== undefined && ` · ${shortMoment(item.posted)}`}
          </span>
          {isEdited && (
            <Line label={t('changes_before')}>
              <del>{item.before ?? t('changes_no_text')}</del>
            </Line>
          )}
          <Line label={isEdited ? t('changes_after') : ''}>{textOf(item)}</Line>
        </li>
      ))}
    </ul>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <p class="change-text">
      {label && <span class="soft">{label}</span>}
      {children}
    </p>
  );
}

function textOf({ text }: ChangedItem): string {
  return text || t('changes_no_text');
}
