import { useState } from 'preact/hooks';
import { disclaimerPlaces, disclaimerTexts } from '../lib/model/disclaimer.ts';
import type { DisclaimerPlace } from '../lib/model/disclaimer.ts';
import { t, wordFor } from '../lib/ui/words.ts';
import { Rule } from './Badge.tsx';

/** R30: texts for profile, post and website, to copy. They are in Dutch whatever the language of the screen. */
export function DisclaimerTexts() {
  const [copied, setCopied] = useState<DisclaimerPlace | undefined>(undefined);
  const copy = (place: DisclaimerPlace) => {
    void navigator.clipboard.writeText(disclaimerTexts[place]).then(() => setCopied(place));
  };
  return (
    <section class="panel" aria-labelledby="disclaimers-title">
      <h2 id="disclaimers-title">
        {t('disclaimers_title')} <Rule code="R30" />
      </h2>
      <p class="soft">{t('disclaimers_explained')}</p>
      {disclaimerPlaces.map((place) => (
        <div class="disclaimer" key={place}>
          <h3 id={`disclaimer-${place}`}>{wordFor('disclaimer_place', place)}</h3>
          <p lang="nl">{disclaimerTexts[place]}</p>
          <button type="button" class="link" aria-describedby={`disclaimer-${place}`} onClick={() => copy(place)}>
            {t('disclaimers_copy')}
          </button>
          <span class="soft small" role="status">
            {copied === place && ` ${t('disclaimers_copied')}`}
          </span>
        </div>
      ))}
    </section>
  );
}
