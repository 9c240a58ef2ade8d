export const MASKED_COST = "•••";

/** The same name gives the same mask, so that rows can still be told apart. */
export function mask(name: string): string {
  return `••••${maskEnd(name)}`;
}

/** The part of a mask that can be typed. */
export function maskEnd(name: string): string {
  let hash = 0;
  for (const character of name) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) & 0xff;
  }
  return hash.toString(16).padStart(2, "0");
}
