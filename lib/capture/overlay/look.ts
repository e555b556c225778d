/** The overlay's own style sheet; its colours are those of `components/style/tokens.css`. */
export const look = `
:host { color-scheme: light dark; --paper: #fff; --ink: #16222b; --line: #74828c; --accent: #0b5568; --on-accent: #fff; }
@media (prefers-color-scheme: dark) {
  :host { --paper: #192229; --ink: #e7edf0; --line: #80909b; --accent: #7fcadd; --on-accent: #06232c; }
}
button, .bar { font: 14px/1.25 'Fira Sans', 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; pointer-events: auto; }
button {
  position: absolute; inset: 0 auto auto 0; display: inline-flex; align-items: center; gap: 6px; box-sizing: border-box;
  height: 28px; min-width: 28px; margin: 0; padding: 0 5px; border: 1px solid var(--line); border-radius: 14px;
  background: var(--paper); color: var(--accent); cursor: pointer; white-space: nowrap;
}
button[hidden] { display: none; }
button span { display: none; padding-inline-end: 5px; font-weight: 600; }
button:hover span, button:focus-visible span, button.current span { display: inline; }
button:hover, button:focus-visible, button.current { z-index: 1; border-color: var(--accent); }
button.picked { background: var(--accent); color: var(--on-accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
svg { width: 16px; height: 16px; flex: none; fill: none; stroke: currentcolor; stroke-width: 1.75; stroke-linejoin: round; }
.bar {
  position: absolute; inset: auto 0 12px; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; box-sizing: border-box;
  width: fit-content; max-width: calc(100% - 16px); margin-inline: auto; padding: 6px 6px 6px 14px; border: 1px solid var(--line);
  border-radius: 8px; background: var(--paper); color: var(--ink); box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
}
.bar button { position: static; padding-inline: 12px; border-radius: 6px; font-weight: 600; }
@media print { :host { display: none; } }
`;
