import type { Delivery, DeliveryFile, DeliveryProgress, DeliveryState as DeliveryStateName } from '../../lib/model/delivery.ts';
import type { Checked, DeliveryState } from '../../lib/ui/deliveryState.ts';
import { bytes, moment } from '../../lib/ui/format.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';
import { Icon } from '../Icon.tsx';
import type { IconName } from '../Icon.tsx';
import type { Tone } from '../Notice.tsx';
import { Unlock } from './Unlock.tsx';

interface Props {
  readonly state: DeliveryState;
}

/** Where the package went, and what the receiver said of it (D11). */
export function DeliveryPanel({ state }: Props) {
  const { value: list } = state.list;
  if (!list || (list.deliveries.length === 0 && !state.trouble.value)) return null;
  return (
    <section class="panel" aria-labelledby="delivery-title">
      <h2 id="delivery-title">{t('delivery_title')}</h2>
      {state.trouble.value && <FailureNotice failure={state.trouble.value} />}
      <Unlock state={state} />
      <ul class="deliveries">
        {list.deliveries.map((delivery) => (
          <li key={delivery.id}>
            <One
              delivery={delivery}
              progress={list.progress?.id === delivery.id ? list.progress : undefined}
              isPaused={list.isPaused}
              checked={state.checks.value[delivery.id]}
              onRetry={() => void state.retry(delivery.id)}
              onCheck={() => void state.check(delivery.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OneProps {
  readonly delivery: Delivery;
  readonly progress: DeliveryProgress | undefined;
  readonly isPaused: boolean;
  readonly checked: Checked | 'busy' | undefined;
  readonly onRetry: () => void;
  readonly onCheck: () => void;
}

function One(props: OneProps) {
  const { delivery, progress } = props;
  const { state, targetName, problem, files, checkedAt } = delivery;
  const isOpen = state !== 'certain';
  return (
    <>
      <h3>
        {targetName} <StateOf {...props} />
      </h3>
      {progress && state === 'sending' && <Progress progress={progress} />}
      {isOpen && problem && <p>{wordFor('delivery_problem', problem.code)}</p>}
      {state === 'waiting' && problem && (
        <p class="soft small">{t('delivery_next', { when: moment(new Date(delivery.nextAt).toISOString()) })}</p>
      )}
      {files.map((file) => file.receipt && <Received key={file.sha256} file={file} receipt={file.receipt} />)}
      {checkedAt !== undefined && <p class="soft small">{t('delivery_checked', { when: moment(checkedAt) })}</p>}
      <Buttons {...props} />
    </>
  );
}

const looks: Readonly<Record<DeliveryStateName, { tone: Tone | 'open'; icon: IconName }>> = {
  waiting: { tone: 'open', icon: 'file' },
  sending: { tone: 'open', icon: 'file' },
  stopped: { tone: 'bad', icon: 'warn' },
  certain: { tone: 'ok', icon: 'check' },
};

function StateOf({ delivery: { state }, isPaused }: OneProps) {
  const { tone, icon } = looks[state];
  return (
    <span class={`badge badge-${tone}`}>
      <Icon name={icon} />
      {state === 'waiting' && isPaused ? t('delivery_paused') : wordFor('delivery_state', state)}
    </span>
  );
}

function Buttons({ delivery: { state, targetName }, checked, onRetry, onCheck }: OneProps) {
  const name = <span class="visually-hidden">{targetName}</span>;
  return (
    <div class="buttons">
      {(state === 'waiting' || state === 'stopped') && (
        <button type="button" class="secondary" onClick={onRetry}>
          {t('delivery_retry')} {name}
        </button>
      )}
      {state === 'certain' && (
        <button type="button" class="secondary" aria-disabled={checked === 'busy'} onClick={() => checked !== 'busy' && onCheck()}>
          {t('delivery_check')} {name}
        </button>
      )}
      <p role="status" class="soft">
        {checked && checkedText(checked)}
      </p>
    </div>
  );
}

function checkedText(checked: Checked | 'busy'): string {
  if (checked === 'busy') return t('loading');
  return 'at' in checked ? wordFor('delivery_found', checked.at) : wordFor('delivery_problem', checked.problem);
}

/** Bytes are counted where the protocol sends in parts; else the bar only says that it runs. */
function Progress({ progress: { phase, done, total } }: { readonly progress: DeliveryProgress }) {
  const isCounted = phase !== 'looking' && done > 0;
  return (
    <p class="delivery-progress">
      <progress aria-label={wordFor('delivery_phase', phase)} max={total} {...(isCounted && { value: done })} />
      <span class="small">
        {wordFor('delivery_phase', phase)}
        {isCounted && ` · ${bytes(done)} / ${bytes(total)}`}
      </span>
    </p>
  );
}

/** The receipt: who has it, where, under which number, since when, and how that is known. */
function Received({ file, receipt }: { readonly file: DeliveryFile; readonly receipt: NonNullable<DeliveryFile['receipt']> }) {
  const { where, id, version, at, certainty, isFound, isNewVersion, metadata, caseLink } = receipt;
  return (
    <dl class="pairs receipt">
      <div>
        <dt>{t('receipt_file')}</dt>
        <dd class="file-name">
          {file.fileName} <span class="soft">({bytes(receipt.bytes)})</span>
        </dd>
      </div>
      <div>
        <dt>{t('receipt_where')}</dt>
        <dd class="address">{where}</dd>
      </div>
      {id !== undefined && (
        <div>
          <dt>{t('receipt_id')}</dt>
          <dd class="address">{id}</dd>
        </div>
      )}
      {version !== undefined && (
        <div>
          <dt>{t('receipt_version')}</dt>
          <dd class="address">
            {version}
            {isNewVersion && `. ${t('receipt_new_version')}`}
          </dd>
        </div>
      )}
      {metadata && (
        <div>
          <dt>{t('receipt_metadata')}</dt>
          <dd>{wordFor('receipt_metadata', metadata)}</dd>
        </div>
      )}
      {caseLink && (
        <div>
          <dt>{t('receipt_case')}</dt>
          <dd>{wordFor('receipt_case', caseLink)}</dd>
        </div>
      )}
      <div>
        <dt>{t('receipt_certain')}</dt>
        <dd>
          {wordFor('certainty', certainty)}, {moment(at)}
          {isFound && `. ${t('receipt_found')}`}
        </dd>
      </div>
      <div>
        <dt>{t('exported_hash')}</dt>
        <dd>
          <code class="hash">{file.sha256}</code>
        </dd>
      </div>
    </dl>
  );
}
