// @vitest-environment jsdom
/** T3: the frame that shows a view. */
import { expect, it } from 'vitest';
import { h } from 'preact';
import { ViewFrame } from '../../components/dashboard/ViewFrame.tsx';
import { draw } from '../components/draw.ts';

it('may do nothing: no scripts, no origin, no forms, no referrer (T3)', () => {
  const root = draw(h(ViewFrame, { view: { at: 'loaded', value: '<p>hoi</p>' }, onShow: () => undefined }));
  const frame = root.querySelector('iframe');
  expect(frame?.getAttribute('sandbox')).toBe('');
  expect(frame?.getAttribute('src')).toBeNull();
  expect(frame?.getAttribute('srcdoc')).toBe('<p>hoi</p>');
  expect(frame?.getAttribute('referrerpolicy')).toBe('no-referrer');
});
