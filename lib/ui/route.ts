/** Addresses inside the dashboard: `dashboard.html#/veiligstelling/VS-20261120-0001`. */
export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'capture'; readonly id: string }
  | { readonly page: 'review'; readonly id: string }
  | { readonly page: 'run'; readonly id: string }
  | { readonly page: 'numbers' }
  | { readonly page: 'log' }
  | { readonly page: 'verify' }
  | { readonly page: 'recovery' }
  /** `id`: with the place of this capture in it. */
  | { readonly page: 'flow'; readonly id?: string }
  | { readonly page: 'unknown' };

export function routeOf(hash: string): Route {
  const path = hash.replace(/^#/, '').replace(/\/+$/, '');
  if (path === '') return { page: 'list' };
  if (path === '/cijfers') return { page: 'numbers' };
  if (path === '/handelingenlog') return { page: 'log' };
  if (path === '/controleren') return { page: 'verify' };
  if (path === '/herstel') return { page: 'recovery' };
  if (path === '/uitleg') return { page: 'flow' };
  const [, here] = /^\/uitleg\/([A-Za-z0-9-]{1,64})$/.exec(path) ?? [];
  if (here !== undefined) return { page: 'flow', id: here };
  const [, run] = /^\/ronde\/([A-Za-z0-9-]{1,64})$/.exec(path) ?? [];
  if (run !== undefined) return { page: 'run', id: run };
  const [, id, review] = /^\/veiligstelling\/([A-Za-z0-9-]{1,64})(\/nakijken)?$/.exec(path) ?? [];
  return id === undefined ? { page: 'unknown' } : { page: review ? 'review' : 'capture', id };
}

export function pathOf(route: Exclude<Route, { page: 'unknown' }>): string {
  if (route.page === 'capture') return `/veiligstelling/${route.id}`;
  if (route.page === 'flow' && route.id !== undefined) return `/uitleg/${route.id}`;
  if (route.page === 'run') return `/ronde/${route.id}`;
  if (route.page === 'review') return `/veiligstelling/${route.id}/nakijken`;
  return { list: '/', log: '/handelingenlog', numbers: '/cijfers', verify: '/controleren', recovery: '/herstel', flow: '/uitleg' }[
    route.page
  ];
}
