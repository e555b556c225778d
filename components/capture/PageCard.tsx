import { platformNames } from '../../lib/model/platform.ts';
import type { ReadyPage } from '../../lib/ui/choice.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';

/** Which page this is, in the words of the page. Shown, never kept. */
export function PageCard({ page }: { readonly page: ReadyPage }) {
  const { account, displayedReactions } = page;
  return (
    <section class="page-card" aria-labelledby="page-card-title">
      <p class="over" id="page-card-title">
        {t('page_of', {
          platform: page.platform === 'other' ? page.host : platformNames[page.platform],
          kind: wordFor('page_kind', page.pageKind),
        })}
      </p>
      {account ? (
        <p class="page-account">
          {hasName(account) ? (
            <>
              <strong>{account.name}</strong> <span class="soft">@{account.handle}</span>
            </>
          ) : (
            <strong>@{account.handle}</strong>
          )}
        </p>
      ) : (
        <p class="page-account soft">{t('account_not_found')}</p>
      )}
      <p class="soft small">
        {account?.registeredAs
          ? t('registered_as', { type: wordFor('account_type', account.registeredAs).toLowerCase() })
          : t('not_registered')}
        {displayedReactions !== undefined && <> · {plural('shown_reactions', displayedReactions)}</>}
      </p>
    </section>
  );
}

/** Some pages tell the handle only, and then that is what stands for the name. */
function hasName({ name, handle }: { readonly name: string; readonly handle: string }): boolean {
  return name !== '' && name.toLowerCase() !== handle.toLowerCase();
}
