import { describe, expect, it } from 'vitest';
import { browserPath } from '../../scripts/browser.ts';
import type { Surroundings } from '../../scripts/browser.ts';

function around(programs: readonly string[], more: Partial<Surroundings> = {}): Surroundings {
  const there = new Set(programs);
  return {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    isRoot: false,
    isProgram: (path) => there.has(path),
    run: () => 1,
    say: () => {},
    ...more,
  };
}

describe('finding a browser', () => {
  it('takes the one that CHROMIUM names before any other', () => {
    expect(
      browserPath(around(['/usr/bin/chromium', '/eigen/chrome'], { env: { CHROMIUM: '/eigen/chrome', PATH: '/usr/bin' } })),
    ).toBe('/eigen/chrome');
  });

  it('says so when CHROMIUM names nothing', () => {
    expect(() => browserPath(around(['/usr/bin/chromium'], { env: { CHROMIUM: '/weg' } }))).toThrow('CHROMIUM wijst naar');
  });

  it('takes Chromium before Chrome and Chrome before Edge', () => {
    expect(browserPath(around(['/usr/bin/microsoft-edge', '/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome');
    expect(browserPath(around(['/usr/bin/chromium', '/usr/bin/google-chrome']))).toBe('/usr/bin/chromium');
  });

  it('finds Chrome in the applications of a Mac', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(browserPath(around([chrome], { platform: 'darwin' }))).toBe(chrome);
  });

  it('installs Chromium on Debian as root, and says so first', () => {
    const programs = new Set(['/usr/bin/apt-get']);
    const said: string[] = [];
    const path = browserPath(
      around([], {
        isRoot: true,
        isProgram: (name) => programs.has(name),
        say: (line) => said.push(line),
        run: (_, args) => {
          expect(said).toHaveLength(1);
          if (args.includes('chromium')) programs.add('/usr/bin/chromium');
          return 0;
        },
      }),
    );
    expect(path).toBe('/usr/bin/chromium');
  });

  it('tells in one sentence what to install when it finds nothing', () => {
    expect(() => browserPath(around([]))).toThrow(/installeer Chromium.*install Chromium/);
  });
});
