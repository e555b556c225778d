/** R29: what a new colleague does on the practice page, by the keyboard alone; everybody on it is invented. */
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { faultsOf } from './judge.ts';

export async function practise(page: Page, patience: { readonly timeout: number }): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const press = (name: string | RegExp) => button(name).press('Enter', patience);
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
  await page.getByRole('textbox', { name: 'Behandelend team' }).fill('Juridische zaken');
  await press('Burgerbrief vastleggen');
  await told('De brief heeft een eigen pakket');

  await press('Volgende taak: Ronde');
  for (const post of await officialPosts(page)) await post.press('Space');
  for (const capacity of await page.getByRole('combobox').all()) await capacity.selectOption({ index: 1 });
  for (const why of await page.getByRole('textbox').all()) await why.fill('Kondigt beleid aan');
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
