import { useState } from 'preact/hooks';
import type { VerifiedRecord } from '../../lib/ui/verifyState.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { CheckField } from '../Field.tsx';
import { More } from './More.tsx';

interface Props {
  readonly records: readonly VerifiedRecord[];
  readonly onSave: (places: readonly string[]) => void;
}

/** D14: a choice of records that can be proven without the rest, for a Woo request. */
export function ProofForm({ records, onSave }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (place: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(place);
    else next.delete(place);
    setChosen(next);
  };
  return (
    <details class="fold">
      <summary>
        <h2>{t('proof_title')}</h2>
        <span class="soft">{plural('proof_records', records.length)}</span>
      </summary>
      <p>{t('proof_explained')}</p>
      <More
        lines={records}
        draw={(shown) => (
          <div class="stack proof-list">
            {shown.map(({ place, author, when, content }) => (
              <CheckField
                key={place}
                label={`${author}, ${when}`}
                hint={(content ?? '').slice(0, 140)}
                isChecked={chosen.has(place)}
                onChange={(isChosen) => choose(place, isChosen)}
              />
            ))}
          </div>
        )}
      />
      <button
        type="button"
        class="primary"
        aria-disabled={chosen.size === 0}
        onClick={() => chosen.size > 0 && onSave([...chosen])}
      >
        {t('proof_save')}
      </button>
    </details>
  );
}
