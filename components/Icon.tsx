const shapes = {
  check: 'M4 10.5 8 14.5 16 5.5',
  cross: 'M5 5 15 15 M15 5 5 15',
  warn: 'M10 3 18 17H2Z M10 8v4 M10 14.4v.2',
  info: 'M10 9v5 M10 6v.2 M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16',
  part: 'M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16 M10 5v5l3.5 2',
  list: 'M7 5h10 M7 10h10 M7 15h10 M3 5h.2 M3 10h.2 M3 15h.2',
  gear: 'M3 6h8 M15 6h2 M3 14h2 M9 14h8 M13 4v4 M7 12v4',
  file: 'M5 2h7l4 4v12H5Z M12 2v4h4',
  arrow: 'M4 10h12 M11 5l5 5-5 5',
  plus: 'M10 4v12 M4 10h12',
  trash: 'M4 6h12 M8 6V3.5h4V6 M6 6l1 11h6l1-11',
  stop: 'M6 6h8v8H6Z',
  letter: 'M3 5h14v10H3Z M3.5 5.5 10 11l6.5-5.5',
  lock: 'M5 9h10v8H5Z M7 9V6.5a3 3 0 0 1 6 0V9',
  beside: 'M3 4h14v12H3Z M12 4v12',
} as const;
export type IconName = keyof typeof shapes;

/** Always beside words, so it says nothing to a screen reader. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}

/** The shield of the product, in the colours of the scheme. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path class="mark-shield" d="M10 1 3 3.4v5.9c0 4.4 2.9 7.4 7 9.2 4.1-1.8 7-4.8 7-9.2V3.4Z" />
      <path class="mark-lines" d="M6.5 7h7M6.5 9.6h5" />
      <path class="mark-bar" d="M6.5 12.6h7" />
    </svg>
  );
}
