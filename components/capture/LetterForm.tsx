import { useState } from 'preact/hooks';
import { letterKinds } from '../../lib/model/letter.ts';
import type { PageReaction } from '../../lib/model/job.ts';
import type { CaptureState } from '../../lib/ui/captureState.ts';
import type { LetterMissing, LetterState } from '../../lib/ui/letterState.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { RadioField, SelectField, TextField } from '../Field.tsx';
import { FailureNotice } from '../Failure.tsx';
import { focusFirstFault } from '../focus.ts';
import { Notice } from '../Notice.tsx';

const pageSize = 50;

/** R11: one reaction becomes a package of its own. Who wrote it is read from the page only now: it cannot be done afterwards. */
export function LetterForm({ state }: { readonly state: CaptureState }) {
  const { letter } = state;
  const take = () => {
    void state.takeLetter();
    focusFirstFault();
  };
  const lacks = (what: LetterMissing) => letter.isPointingOut.value && letter.missing.value.includes(what);
  return (
    <section class="stack" aria-labelledby="letter-title">
      <div>
        <h2 id="letter-title">{t('letter_title')}</h2>
        <p class="soft small">
          {t('letter_explained')} <Rule code="R11" />
        </p>
      </div>
      {letter.trouble.value && <FailureNotice failure={letter.trouble.value} />}
      <Choose letter={letter} isMissing={lacks('item')} />
      <RadioField
        legend={t('letter_kind')}
        value={letter.draft.value.kind}
        options={letterKinds.map((value) => ({ value, label: wordFor('letter_kind', value) }))}
        {...(lacks('kind') && { error: t('missing_letter_kind') })}
        onChange={(kind) => letter.change({ kind })}
      />
      {letter.proposed.value && <p class="soft small">{t('letter_kind_proposed')}</p>}
      <Team state={state} isMissing={lacks('team')} />
      <TextField
        label={t('letter_case')}
        hint={t('letter_case_hint')}
        isOptional
        value={letter.draft.value.caseNumber}
        {...(lacks('caseNumber') && { error: t('wrong_letter_case') })}
        onChange={(caseNumber) => letter.change({ caseNumber })}
      />
      <TextField
        label={t('letter_answer_by')}
        isDate
        isOptional
        value={letter.draft.value.answerBy}
        onChange={(answerBy) => letter.change({ answerBy })}
      />
      <Bar state={state} onTake={take} />
    </section>
  );
}

function Choose({ letter, isMissing }: { readonly letter: LetterState; readonly isMissing: boolean }) {
  const [limit, setLimit] = useState(pageSize);
  const { value: all } = letter.reactions;
  const { value: shown } = letter.shown;
  if (all === undefined && letter.trouble.value) return null;
  if (all === undefined) return <p role="status">{t('letter_reading')}</p>;
  if (all.length === 0) {
    return (
      <Notice tone="info">
        <p>{t('letter_none')}</p>
      </Notice>
    );
  }
  return (
    <div class="stack">
      {all.length > 8 && <TextField label={t('letter_search')} value={letter.search.value} onChange={letter.find} />}
      <div class="letter-list">
        <RadioField
          legend={t('letter_which')}
          value={letter.draft.value.item}
          options={shown.slice(0, limit).map(optionOf)}
          {...(isMissing && { error: t('missing_letter_item') })}
          onChange={(item) => letter.change({ item })}
        />
        {shown.length > limit && (
          <button type="button" class="link" onClick={() => setLimit(limit + pageSize)}>
            {plural('show_more', shown.length - limit)}
          </button>
        )}
      </div>
      <p class="soft small" role="status">
        {plural('letter_found', shown.length)}
      </p>
    </div>
  );
}

function optionOf({ item, author, text, isPicked }: PageReaction) {
  const who = author === '' ? t('letter_author_unknown') : author;
  return {
    value: item,
    label: isPicked ? t('letter_picked', { author: who }) : who,
    explained: text === '' ? t('letter_no_text') : text,
  };
}

/** The teams of the organisation where those are set; else a word of the user's own. */
function Team({ state, isMissing }: { readonly state: CaptureState; readonly isMissing: boolean }) {
  const { letter, letterTeams } = state;
  const { team } = letter.draft.value;
  const fault = isMissing ? { error: t('missing_letter_team') } : {};
  if (letterTeams.value.length > 0) {
    return (
      <SelectField
        label={t('letter_team')}
        value={team}
        options={letterTeams.value.map((value) => ({ value, label: value }))}
        empty={t('choose')}
        {...fault}
        onChange={(value) => letter.change({ team: value })}
      />
    );
  }
  return (
    <TextField
      label={t('letter_team')}
      hint={t('letter_team_hint')}
      value={team}
      {...fault}
      onChange={(value) => letter.change({ team: value })}
    />
  );
}

function Bar({ state, onTake }: { readonly state: CaptureState; readonly onTake: () => void }) {
  const { letter } = state;
  const isPointingOut = letter.isPointingOut.value && letter.missing.value.length > 0;
  return (
    <div class="action-bar">
      <p class="missing" role="status">
        {isPointingOut && t('missing_something')}
      </p>
      <div class="buttons">
        <button type="button" class="primary" aria-disabled={state.isStarting.value} onClick={onTake}>
          {state.isStarting.value ? t('starting') : t(state.sendsLetters.value ? 'letter_take_send' : 'letter_take')}
        </button>
        <button type="button" class="secondary" onClick={state.closeLetter}>
          {t('cancel')}
        </button>
      </div>
      <p class="small soft">{t('letter_note')}</p>
    </div>
  );
}
