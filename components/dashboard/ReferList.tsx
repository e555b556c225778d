import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CapturedItem } from '../../lib/model/capture.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { Rule } from '../Badge.tsx';
import { TextField } from '../Field.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { More } from './More.tsx';

interface Props {
  readonly reactions: readonly CapturedItem[];
  /** Nothing can be changed any more once the package is sealed. */
  readonly isSealed: boolean;
  /** Answers whether it was done. */
  readonly onRefer: (where: string, caseNumber: string) => Promise<boolean>;
}

const start = 160;

/** R11: of a letter that has its own package the dossier keeps a reference; the words go from here for good. */
export function ReferList({ reactions, isSealed, onRefer }: Props) {
  const referred = reactions.filter(({ kind }) => kind === 'verwijzing').length;
  const others = reactions.filter(({ kind }) => kind === 'reactie');
  return (
    <details class="fold">
      <summary>
        <h2>{t('refer_title')}</h2>
        <span class="soft">{plural('refer_count', referred)}</span>
      </summary>
      <p>
        {t('refer_explained')} <Rule code="R11" />
      </p>
      {isSealed ? <p class="soft">{t('refer_sealed')}</p> : <Choose items={others} onRefer={onRefer} />}
    </details>
  );
}

function Choose({ items, onRefer }: { readonly items: readonly CapturedItem[]; readonly onRefer: Props['onRefer'] }) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<CapturedItem>();
  const dialog = useRef<HTMLDialogElement>(null);
  const words = search.trim().toLowerCase();
  const found = items.filter(({ key, text = '' }) => `${key} ${text}`.toLowerCase().includes(words));
  const ask = (item: CapturedItem) => {
    setChosen(item);
    dialog.current?.showModal();
  };
  return (
    <>
      <TextField label={t('letter_search')} value={search} onChange={setSearch} />
      <More
        lines={found}
        draw={(shown) => (
          <ul class="refer-list">
            {shown.map((item) => (
              <li key={item.key}>
                <span>
                  <strong>{item.key}</strong> {(item.text ?? '').slice(0, start)}
                </span>
                <button type="button" class="secondary" onClick={() => ask(item)}>
                  {t('refer_button')} <span class="visually-hidden">{item.key}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      />
      <Confirm dialog={dialog} where={chosen?.key ?? ''} onRefer={onRefer} />
    </>
  );
}

interface ConfirmProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly where: string;
  readonly onRefer: Props['onRefer'];
}

function Confirm({ dialog, where, onRefer }: ConfirmProps) {
  const [caseNumber, setCaseNumber] = useState('');
  const confirm = (event: Event) => {
    event.preventDefault();
    dialog.current?.close();
    void onRefer(where, caseNumber.trim());
    setCaseNumber('');
  };
  return (
    <FormDialog
      dialog={dialog}
      title={t('refer_confirm_title', { where })}
      confirm={t('refer_confirm')}
      isDangerous
      onSubmit={confirm}
    >
      <p>{t('refer_confirm_explained')}</p>
      <TextField label={t('letter_case')} hint={t('letter_case_hint')} isOptional value={caseNumber} onChange={setCaseNumber} />
    </FormDialog>
  );
}
