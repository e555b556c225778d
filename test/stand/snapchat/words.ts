/** The page's own words, so that labels can be tested in several languages (D17). */
export const words = {
  nl: { on: 'op', more: 'Meer om te bekijken' },
  en: { on: 'on', more: 'More to watch' },
  xx: { on: '·', more: 'Vuur el vu vogoguh' },
  tr: { on: '·', more: 'İzlenecek daha fazlası' },
};
