/** R29: what a new colleague does on the practice page, by the keyboard alone; everybody on it is invented. */
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { byKeyboard } from './byKeyboard.ts';
import { faultsOf } from './judge.ts';

export async function practise(page: Page, patience: { readonly timeout: number }): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const keys = byKeyboard(page);
  const press = (name: string | RegExp) => keys.press(button(name));
  const told = (text: string | RegExp) => page.getByRole('status').getByText(text).first().waitFor(patience);

  await press('Veiligstellen');
  await told('Scenario B: er kan worden gereageerd');
  await press('Exporteren');
  await told('In het echt staat er nu een pakket');

  await press('Volgende taak: Burgerbrief');
  await press('Reacties aanwijzen op de pagina');
  await told('Bij elke reactie staat nu een knop');
  await page.keyboard.press('j');
  await page.keyboard.press('b');
  await told('Dat is geen brief');
  expect(await faultsOf(page, 'oefenen-brief')).toEqual([]);
  for (const key of ['j', 'j', 'b']) await page.keyboard.press(key);
  await told('Iemand maakt bezwaar');
  await keys.type(page.getByRole('textbox', { name: 'Behandelend team' }), 'Juridische zaken');
  await press('Burgerbrief vastleggen');
  await told('De brief heeft een eigen pakket');

  await press('Volgende taak: Ronde');
  for (const post of await officialPosts(page)) await keys.tick(post);
  for (const capacity of await page.getByRole('combobox').all()) await keys.choose(capacity, { index: 1 });
  for (const why of await page.getByRole('textbox').all()) await keys.type(why, 'Kondigt beleid aan');
  expect(await faultsOf(page, 'oefenen-ronde')).toEqual([]);
  await press('3 berichten veiligstellen');
  await told('Elk bericht is apart vastgelegd');
  await told('U hebt alle drie de taken gedaan.');
}

/** All but what is plainly private. */
async function officialPosts(page: Page) {
  const posts = page.getByRole('checkbox');
  await posts.first().waitFor();
  return [0, 2, 4].map((at) => posts.nth(at));
}
