/** The overlay's own style sheet; its colours are those of `components/style/tokens.css`. */
export const look = `
:host { color-scheme: light dark; --paper: #fff; --ink: #16222b; --line: #74828c; --accent: #0b5568; --on-accent: #fff; }
@media (prefers-color-scheme: dark) {
  :host { --paper: #192229; --ink: #e7edf0; --line: #80909b; --accent: #7fcadd; --on-accent: #06232c; }
}
button, .bar { font: 14px/1.25 'Fira Sans', 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; pointer-events: auto; }
.group {
  position: absolute; inset: 0 auto auto 0; display: flex; flex-direction: column; align-items: flex-start; border-radius: 14px;
  border: 1px solid var(--line); background: var(--paper); pointer-events: auto;
}
.group[hidden] { display: none; }
.group:hover, .group:focus-within, .group.current { z-index: 1; border-color: var(--accent); }
button {
  display: inline-flex; align-items: center; gap: 6px; box-sizing: border-box; height: 28px; min-width: 26px; margin: 0; padding: 0 5px;
  border: 0; border-radius: 13px; background: none; color: var(--accent); cursor: pointer; white-space: nowrap;
}
.group:not(:hover, :focus-within, .current) button:not(.brief, [aria-pressed=true]) { display: none; }
.group.marked:not(:hover, :focus-within, .current) .brief { display: none; }
.group:is(:hover, :focus-within, .current) button { width: 100%; }
button span { display: none; padding-inline-end: 5px; font-weight: 600; }
.group:is(:hover, :focus-within, .current) span { display: inline; }
.group button:hover { background: color-mix(in srgb, var(--accent) 14%, transparent); }
button.picked, button[aria-pressed=true], button[aria-pressed=true]:hover { background: var(--accent); color: var(--on-accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
svg { width: 16px; height: 16px; flex: none; fill: none; stroke: currentcolor; stroke-width: 1.75; stroke-linejoin: round; }
.bar {
  position: absolute; inset: auto 0 12px; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; box-sizing: border-box;
  width: fit-content; max-width: calc(100% - 16px); margin-inline: auto; padding: 6px 6px 6px 14px; border: 1px solid var(--line);
  border-radius: 8px; background: var(--paper); color: var(--ink); box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
}
.bar button { padding-inline: 12px; border: 1px solid var(--line); border-radius: 6px; font-weight: 600; }
@media print { :host { display: none; } }
`;
