/** Where the page is: the address bar, as state. */
interface Place {
  readonly path: string;
  readonly search: string;
}

let place = $state.raw<Place>(current());

export const here = {
  get path(): string {
    return place.path;
  },
  get search(): string {
    return place.search;
  },
  /** Parts of the path, decoded: `/pairs/CHN%2FGOV/EU` gives `pairs`, `CHN/GOV`, `EU`. */
  get parts(): string[] {
    return place.path.split('/').filter(Boolean).map(decodeURIComponent);
  },
  get query(): URLSearchParams {
    return new URLSearchParams(place.search);
  },
};

/** Goes to an address of ours. `replace` for a change of view that the back button should not undo step by step. */
export function go(address: string, { replace = false, keepScroll = false } = {}): void {
  history.replaceState({ ...history.state, scroll: scrollY }, '');
  history[replace ? 'replaceState' : 'pushState']({ scroll: keepScroll ? scrollY : 0 }, '', address);
  place = current();
  if (!keepScroll) scrollTo(0, 0);
}

/** Changes parameters of the present address; an empty value removes one. */
export function setQuery(
  changes: Readonly<Record<string, string | undefined>>,
  options: { replace?: boolean; keepScroll?: boolean } = {},
): void {
  go(addressWith(changes), options);
}

/** The present address with other parameters. */
export function addressWith(changes: Readonly<Record<string, string | undefined>>): string {
  const query = here.query;
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  return here.path + (text === '' ? '' : `?${text}`);
}

/** The days that the address asks for on the page of a party or pair. */
export function period(): Record<string, string> {
  return asked('from', 'to');
}

/** Those of these parameters that the address has a value for. */
export function asked(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries([...here.query].filter(([name, value]) => names.includes(name) && value !== ''));
}

/** Scrolls to where the reader was when they left this address; to be called once its content stands. */
export function restoreScroll(): void {
  const scroll: unknown = history.state?.scroll;
  if (typeof scroll === 'number' && scroll > 0) scrollTo(0, scroll);
}

/** Lets links of our own change the page without loading it anew. */
export function followLinks(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => {
    place = current();
  });
  document.addEventListener('click', (click) => {
    if (
      click.defaultPrevented ||
      click.button !== 0 ||
      click.metaKey ||
      click.ctrlKey ||
      click.shiftKey ||
      click.altKey
    )
      return;
    const link = click.target instanceof Element ? click.target.closest('a') : null;
    // Links inside SVG, as the time axis draws them, carry an xlink:href.
    const href = link?.getAttribute('href') ?? link?.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
    if (!link || !href?.startsWith('/') || link.hasAttribute('target') || href.includes('.json')) return;
    click.preventDefault();
    go(href);
  });
}

function current(): Place {
  return { path: location.pathname, search: location.search };
}
