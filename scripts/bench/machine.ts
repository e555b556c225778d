import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { browserPath } from '../browser.ts';
import type { Report } from './report/shape.ts';

export function machine(): Report['machine'] {
  const processors = cpus();
  const { stdout } = spawnSync(browserPath(), ['--version', '--no-sandbox'], { encoding: 'utf8' });
  return {
    processor: processors[0]?.model.trim() || 'onbekend',
    cores: processors.length,
    load: loadavg()[0] ?? 0,
    browser:
      stdout
        .trim()
        .split('\n')
        .at(-1)
        ?.replace(/ (?:built|running) on.*/, '') ?? 'onbekend',
    node: process.versions.node,
  };
}
