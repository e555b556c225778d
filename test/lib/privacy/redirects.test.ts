/** Links that pass through a network on their way. Accounts are invented. */
import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { detectors } from '../../../lib/privacy/detectors/all.ts';
import { linkRule } from '../../../lib/privacy/links.ts';
import { redactor } from '../../../lib/privacy/redactor.ts';
import { account, draft, policy } from './sample.ts';

const roles = classify(draft([], []), policy, account);
const subject = redactor({ forms: [], roles, detectors, label: () => 'Reageerder 1' });
const rule = linkRule(subject);
const through = (to: string): string[] => {
  const target = encodeURIComponent(to);
  return [
    `https://l.facebook.com/l.php?u=${target}&h=AT0abc`,
    `https://www.facebook.com/l.php?u=${target}`,
    `https://l.instagram.com/?u=${target}&e=AT1`,
    `https://l.threads.net/?u=${target}`,
    `https://www.linkedin.com/safety/go?url=${target}&trk=x`,
    `https://lnkd.in/safety/go?url=${target}`,
    `https://www.youtube.com/redirect?event=comments&q=${target}`,
    `https://www.google.com/url?q=${target}`,
    `https://l.facebook.com/l.php?u=${encodeURIComponent(`https://l.instagram.com/?u=${target}`)}`,
  ];
};

describe('a link that is sent on', () => {
  it.each(through('https://www.rijksoverheid.nl/onderwerpen/huur?utm_source=fb'))('is kept as what it leads to: %s', (link) => {
    expect(rule(link, false)).toBe('https://www.rijksoverheid.nl/onderwerpen/huur');
    expect(subject.redact(`Zie ${link} hier`).text).toContain('rijksoverheid');
  });

  it.each(through('https://x.com/minvoorbeeld/status/1900000000000000001'))('may lead to our own: %s', (link) => {
    expect(rule(link, false)).toBe('https://x.com/minvoorbeeld/status/1900000000000000001');
    expect(subject.redact(`Zie ${link} hier`).text).toContain('minvoorbeeld');
  });

  it.each(through('https://www.facebook.com/fenna.kanarie'))('goes when it leads to somebody: %s', (link) => {
    expect(rule(link, false)).toBeUndefined();
    expect(subject.redact(`Zie ${link} hier`).text).not.toMatch(/fenna/);
  });

  it('goes when it leads nowhere that can be read', () => {
    expect(rule('https://l.facebook.com/l.php?h=AT0abc', false)).toBeUndefined();
    expect(rule('https://t.co/abc123', false)).toBeUndefined();
  });
});

describe('a post without its writer’s name', () => {
  it('goes, for the network adds the name', () => {
    expect(subject.redact('Lees x.com/i/status/1999999999999999999 maar').text).toBe('Lees [profiel] maar');
    expect(subject.redact('https://twitter.com/i/web/status/1999999999999999999').text).toBe('[profiel]');
  });

  it('stays when it is ours', () => {
    expect(subject.redact('Lees x.com/i/status/1900000000000000001 maar').text).toContain('1900000000000000001');
  });
});
