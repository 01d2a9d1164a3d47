/** What a link carries behind its sign, where no server sees it. */
export function secretOfLink(): string {
  return window.location.hash.replace(/^#/, '');
}
