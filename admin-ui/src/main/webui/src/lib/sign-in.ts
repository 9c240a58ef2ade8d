const TRIED = "leasehold.sign-in-tried";
const SOON = 15_000;

/**
 * Off to the identity provider, and back to the same page. Whoever comes back and is refused at
 * once stays and sees the error, instead of going round in circles.
 */
export function signIn(): void {
  const now = Date.now();
  if (now - Number(sessionStorage.getItem(TRIED) ?? 0) < SOON) {
    return;
  }
  sessionStorage.setItem(TRIED, String(now));
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/login?return_to=${encodeURIComponent(here)}`);
}
