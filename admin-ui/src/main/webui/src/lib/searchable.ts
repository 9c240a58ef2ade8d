const PREFIXES = /^(sk[-_]|lht?_|AIza|gh[oprsu]_|github_pat_)\S{16,}$/;
const RANDOM = /^(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)\S{32,}$|^[0-9a-f]{32,}$/;
const SHOWN = 4;

/**
 * What may be looked for. Whoever pastes a leaked key finds it by its last four characters, which are shown anyway: a
 * search is in the URL, in the browser's history and in logs, where no secret may be.
 */
export function searchable(text: string): string {
  const word = text.trim();
  return PREFIXES.test(word) || RANDOM.test(word) ? word.slice(-SHOWN) : text;
}
