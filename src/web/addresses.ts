/** Where each page is. Ids may hold a slash (`CHN/GOV`) and are encoded. */
const path = (...parts: string[]) => `/${parts.map(encodeURIComponent).join('/')}`;

export const documentsAddress = '/documents';

export function documentAddress(id: string, entry?: string): string {
  return path('documents', id) + (entry === undefined ? '' : `?entry=${entry}`);
}

export function partyAddress(id: string): string {
  return path('parties', id);
}

export function pairAddress(a: string, b: string): string {
  return path('pairs', ...[a, b].sort());
}

export function ladderAddress(a: string, b: string): string {
  return `${pairAddress(a, b)}/ladder`;
}

export function membershipsAddress(id: string): string {
  return `${partyAddress(id)}/memberships`;
}

/** The commitments of one party, or of two. */
export function commitmentsAddress(of: readonly string[]): string {
  const [one = '', other] = of;
  return `${other === undefined ? partyAddress(one) : pairAddress(one, other)}/commitments`;
}

export function entryAddress(id: string): string {
  return path('entries', id);
}

export function entriesAddress(filter: Readonly<Record<string, string | readonly string[]>>): string {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(filter)) for (const v of [values].flat()) query.append(name, v);
  return `/entries?${query}`;
}

/** The JSON form of a page: the same address with `.json` after its path. */
export function jsonAddress(pathname: string, search: string): string {
  return `${pathname === '/' ? '/documents' : pathname}.json${search}`;
}
