// The machinery of `npm run bench`; how fast anything is, is never asserted here.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { alternate, atLeast, atMost, figure, median, row, slope } from '../../../scripts/bench/measure.ts';
import { benchmarksDocument } from '../../../scripts/bench/report/document.ts';
import { reportPage } from '../../../scripts/bench/report/page.ts';
import { Report } from '../../../scripts/bench/report/shape.ts';
import { staticClosure } from '../../../scripts/bench/sizes.ts';
import { stripping } from '../../../scripts/bench/stripping.ts';
import { subjects } from '../../../scripts/bench/subjects.ts';
import { root } from '../../../scripts/root.ts';

const report: Report = {
  made: '2026-11-20T10:20:00.000Z',
  machine: { processor: 'Proefprocessor', cores: 2, load: 1.25, browser: 'Chromium 156', node: '24.0.0' },
  parts: [
    {
      name: 'lezen',
      title: 'Lezen',
      how: 'Op de stand.',
      rows: [
        row('5 reacties', 'ms', figure('', [2, 3, 10]), {
          peers: [figure('Ander | <b>', [30])],
          goals: [atMost(0.5, 0.1, 'van de tijd'), atMost(2, 3, 'keer')],
        }),
      ],
    },
    { name: 'levering', title: 'Levering', how: 'Naar een server.', rows: [], missing: 'curl is er niet' },
  ],
};

describe('measuring', () => {
  it('takes the middle of the rounds, and the mean of two middles', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 9, 5, 7])).toBe(6);
  });

  it('measures in turn, and forgets the first round where there are more', async () => {
    const order: string[] = [];
    const turn = (name: string) => (round: number) => {
      order.push(`${name}${round}`);
      return round;
    };
    const { a, b } = await alternate(2, { a: turn('a'), b: turn('b') });
    expect(order).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
    expect(a).toEqual({ of: 'a', median: 1.5, low: 1, high: 2, rounds: 2 });
    expect(b.rounds).toBe(2);
  });

  it('calls the growth of twice as long for twice as much 1, and that of a square 2', () => {
    expect(slope([100, 1_000, 10_000].map((size) => [size, size * 3]))).toBeCloseTo(1);
    expect(slope([100, 1_000].map((size) => [size, size ** 2]))).toBeCloseTo(2);
  });

  it('finds all that a worker loads to start, and not what it asks for later', () => {
    const files: Record<string, string> = {
      'background.js': 'import{a as b}from"./chunks/een.js";import "./chunks/twee.js";const later=()=>import("./chunks/later.js");',
      'chunks/een.js': 'import{c}from"./twee.js";export{c as a}from"../drie.js"',
      'chunks/twee.js': 'export{}',
      'drie.js': '',
    };
    const loaded = staticClosure('background.js', (path) => files[path] ?? '');
    expect([...loaded.keys()].toSorted()).toEqual(['background.js', 'chunks/een.js', 'chunks/twee.js', 'drie.js']);
  });

  it('finds the same of a worker in parts', () => {
    const files: Record<string, string> = {
      'background.js': 'const a=require("./worker/een.js");let b=()=>Promise.resolve().then(()=>require("./worker/later.js"));',
      'worker/een.js': 'const a=require("../background.js"),b=require(`./twee.js`);',
    };
    const loaded = staticClosure('background.js', (path) => files[path] ?? '');
    expect([...loaded.keys()].toSorted()).toEqual(['background.js', 'worker/een.js', 'worker/twee.js']);
  });

  it('measures a subject from its draft to its rows', async () => {
    const rows = await stripping.run({ isShort: true, say: () => undefined });
    const made = { ...report, parts: [{ name: stripping.name, title: stripping.title, how: stripping.how, rows }] };
    expect(v.is(Report, made)).toBe(true);
    expect(rows.flatMap(({ goals }) => goals)).toHaveLength(2);
  });
});

describe('the report', () => {
  it('says which goals were reached and which were missed, the farthest first', () => {
    const text = benchmarksDocument({ ...report, parts: report.parts });
    expect(text).toContain('1 van 2 doelen zijn gehaald');
    expect(text).toContain('- **Lezen**, 5 reacties: 3 keer; doel 2.');
    expect(text).toContain('- **Levering**: niet gemeten (curl is er niet)');
    expect(atLeast(0.8, 0.9, '').isMet).toBe(true);
  });

  it('is one page that loads nothing, with what was measured as text and not as markup', () => {
    const html = reportPage(report);
    expect(html).toContain('Ander | &lt;b>');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:|<script|<link|<img/);
  });

  it('stands in docs as it was accepted: the document is written from the figures beside it', () => {
    const file = join(root, 'docs/benchmarks.json');
    expect(existsSync(file)).toBe(true);
    const accepted = v.parse(Report, JSON.parse(readFileSync(file, 'utf8')));
    expect(readFileSync(join(root, 'docs/benchmarks.md'), 'utf8')).toBe(benchmarksDocument(accepted));
    const names = new Set(subjects.map(({ name }) => name));
    expect(accepted.parts.filter(({ name }) => !names.has(name))).toEqual([]);
  });
});
