import { useLanguage, type Strings } from ".";
import { en } from "./en";

/** All that the UI says, in the language chosen; apart from the rest so that the first page is not kept waiting by it. */
export function useAllStrings(): Strings {
  return useLanguage().strings ?? en;
}
