import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

export type Tone = 'info' | 'ok' | 'warn' | 'bad';
const icons: Readonly<Record<Tone, IconName>> = { info: 'info', ok: 'check', warn: 'warn', bad: 'cross' };

interface Props {
  readonly tone: Tone;
  readonly title?: string;
  /** Read out as soon as it appears: only for what answers something the user just did. */
  readonly isSpoken?: boolean;
  readonly children?: ComponentChildren;
}

export function Notice({ tone, title, isSpoken, children }: Props) {
  return (
    <div class={`notice notice-${tone}`} {...(isSpoken && { role: tone === 'bad' ? 'alert' : 'status' })}>
      <Icon name={icons[tone]} />
      <div class="notice-text">
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
