import { describe, expect, it } from 'vitest';
import { findControls } from '../../../lib/capture/controls.ts';
import type { UnfoldPlan } from '../../../lib/platforms/adapter.ts';

const plan: UnfoldPlan = {
  controls: [{ kind: 'more-replies', selector: '[data-row] [role=button], [data-row] button, [data-row] a' }],
  never: ['[data-never]'],
  scrolls: true,
};
function found(html: string): number {
  document.body.innerHTML = `<div data-row>${html}</div>`;
  return findControls(document, plan, new Set(['more-replies'])).length;
}

describe('what may be clicked', () => {
  it('clicks a plain control', () => expect(found('<div role="button">Toon meer antwoorden</div>')).toBe(1));

  it.each([
    ['a link', '<a href="/x" role="button">Toon meer antwoorden</a>'],
    ['inside a link', '<a href="/x"><span role="button">Meer</span></a>'],
    ['a menu', '<div role="button" aria-haspopup="menu">Meer</div>'],
    ['an input area', '<div contenteditable="true"><button>Meer</button></div>'],
    ['a form', '<form><button>Meer tonen</button></form>'],
    ['the plan’s own list', '<div data-never><button>Meer tonen</button></div>'],
    ['a disabled control', '<button disabled>Meer tonen</button>'],
    ['a button holding a link', '<div role="button">Meer <a href="/y">x</a></div>'],
    ['following', '<button>Volgen</button>'],
    ['liking', '<button aria-label="Vind ik leuk">3</button>'],
    ['replying', '<button>Beantwoorden</button>'],
    ['reporting', '<button>Report</button>'],
    ['signing in', '<button>Inloggen</button>'],
  ])('never clicks %s', (_, html) => expect(found(html)).toBe(0));

  it.each(['1 reply', 'Wil antwoordde · 3 antwoorden'])('takes a number of answers for no act: %s', (words) => {
    expect(found(`<div role="button">${words}</div>`)).toBe(1);
  });

  it('does not take "reageer" in a control that shows more for an act', () => {
    expect(found('<button>Meer reacties weergeven</button>')).toBe(1);
  });
});
