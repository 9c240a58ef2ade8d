const OPENING = "{[";
const CLOSING = "}]";

/**
 * JSON on lines of its own, without a digit of it changed: reading and writing it would round numbers. What is no JSON,
 * or ends early, comes out readable as far as it goes.
 */
export function indented(text: string): string {
  if (!OPENING.includes(text.trimStart().charAt(0) || " ")) {
    return text;
  }
  let out = "";
  let depth = 0;
  let quoted = false;
  const newLine = () => `\n${"  ".repeat(Math.max(depth, 0))}`;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      out += character;
      if (character === "\\") {
        out += text.charAt(++at);
      } else if (character === '"') {
        quoted = false;
      }
    } else if (character === '"') {
      quoted = true;
      out += character;
    } else if (OPENING.includes(character)) {
      depth++;
      out += character + newLine();
    } else if (CLOSING.includes(character)) {
      depth--;
      out = out.trimEnd();
      out += OPENING.includes(out.slice(-1)) ? character : newLine() + character;
    } else if (character === ",") {
      out += character + newLine();
    } else if (character === ":") {
      out += ": ";
    } else if (!/\s/.test(character)) {
      out += character;
    }
  }
  return out;
}
