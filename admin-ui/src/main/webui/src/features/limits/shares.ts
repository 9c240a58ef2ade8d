/** `0.8` as `80 %`: shifted as text, as a share is an exact decimal. */
export function shareOf(ratio: string): string {
  const [whole = "0", part = ""] = ratio.split(".");
  const digits = `${whole}${part.padEnd(2, "0")}`;
  const cut = whole.length + 2;
  const rest = digits.slice(cut).replace(/0+$/, "");
  const percent = digits.slice(0, cut).replace(/^0+(?=\d)/, "");
  return `${percent}${rest && `.${rest}`} %`;
}

/** `80` or `12.5` per cent as the share that is kept. */
export function ratioOf(percent: string): string {
  const [whole = "0", part = ""] = percent.split(".");
  const digits = whole.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`;
}
