import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t, wordFor } from '../lib/ui/words.ts';

interface Common {
  readonly label: string;
  readonly hint?: string;
  /** Sentence that says what is wrong. */
  readonly error?: string;
  readonly isOptional?: boolean;
  readonly children?: never;
}

interface FrameProps extends Omit<Common, 'children'> {
  readonly id: string;
  readonly children: ComponentChildren;
}

function Frame({ id, label, hint, error, isOptional, children }: FrameProps) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id}>
        {label}
        {isOptional && <span class="optional"> {t('optional')}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Attributes that tie an input to its hint and its error. */
function tied(id: string, { hint, error }: Pick<Common, 'hint' | 'error'>) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, ...(describedBy && { 'aria-describedby': describedBy }), ...(error && { 'aria-invalid': 'true' as const }) };
}

interface TextProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDate?: boolean;
  /** Which keyboard a touch screen offers. */
  readonly keys?: 'text' | 'email' | 'url' | 'numeric';
  readonly width?: 'short';
}

export function TextField({ value, onChange, isDate, keys = 'text', width, ...common }: TextProps) {
  const id = useId();
  const attributes = {
    ...tied(id, common),
    ...(width === 'short' && { class: 'input-short' }),
    value,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
  };
  return (
    <Frame id={id} {...common}>
      {isDate ? <input type="date" {...attributes} /> : <input type="text" inputMode={keys} autocomplete="off" {...attributes} />}
    </Frame>
  );
}

/** T26: a password or key. Not remembered by the browser, not shown. */
export function SecretField({ value, onChange, ...common }: Common & Pick<TextProps, 'value' | 'onChange'>) {
  const id = useId();
  return (
    <Frame id={id} {...common}>
      <input
        type="password"
        autocomplete="off"
        {...tied(id, common)}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Frame>
  );
}

interface AreaProps extends Common {
  readonly value: string;
  readonly rows?: number;
  /** Most characters; 1000 unless told. */
  readonly most?: number;
  readonly onChange: (value: string) => void;
}

export function AreaField({ value, rows = 2, most = 1000, onChange, ...common }: AreaProps) {
  const id = useId();
  return (
    <Frame id={id} {...common}>
      <textarea
        {...tied(id, common)}
        rows={rows}
        maxLength={most}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Frame>
  );
}

interface SelectProps<T extends string> extends Common {
  readonly value: T | '';
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Shown while nothing is chosen. */
  readonly empty?: string;
  readonly onChange: (value: T | '') => void;
}

export function SelectField<T extends string>({ value, options, empty, onChange, ...common }: SelectProps<T>) {
  const id = useId();
  return (
    <Frame id={id} {...common}>
      <select
        {...tied(id, common)}
        value={value}
        onChange={({ currentTarget }) => onChange(options.find((option) => option.value === currentTarget.value)?.value ?? '')}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface RadioProps<T extends string> {
  readonly legend: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string; readonly explained?: string }[];
  readonly error?: string;
  readonly onChange: (value: T) => void;
}

export function RadioField<T extends string>({ legend, value, options, error, onChange }: RadioProps<T>) {
  const id = useId();
  return (
    <fieldset class={error ? 'radios field-wrong' : 'radios'} {...(error && { 'aria-describedby': `${id}-error` })}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label class="radio" key={option.value}>
          <input type="radio" name={id} checked={value === option.value} onChange={() => onChange(option.value)} />
          <span>
            <span class="radio-label">{option.label}</span>
            {option.explained && <span class="radio-explained">{option.explained}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

export function CheckField({ label, hint, isChecked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {hint && <span class="radio-explained">{hint}</span>}
      </span>
    </label>
  );
}

/** The sentence for a fault at `path`, as the props of a field want it. */
export function errorAt(invalid: readonly { readonly path: string; readonly code: string }[], path: string): { error?: string } {
  const fault = invalid.find((found) => found.path === path);
  return fault ? { error: wordFor('invalid', fault.code) } : {};
}

export function hasErrorUnder(invalid: readonly { readonly path: string }[], start: string): boolean {
  return invalid.some(({ path }) => path.startsWith(start));
}
