import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  readonly onFile: (name: string, text: string) => void;
}

/** A file read on this computer; it goes nowhere. */
export function FilePick({ label, hint, accept, onFile }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void file.text().then((text) => onFile(file.name, text));
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
