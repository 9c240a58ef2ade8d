import type { AuditVerification } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";

interface Verdict {
  tone: "good" | "bad";
  title: string;
  detail: string;
}

/** What a verification found, in words: how far the log can be trusted, and where it can't. */
export function verdictOf(found: AuditVerification, text: Strings["audit"]["verified"]): Verdict {
  const { fault, entries, anchored_seq: anchored } = found;
  if (!fault) {
    const detail = anchored === null ? text.notAnchored : text.anchored(anchored);
    return { tone: "good", title: text.intact(entries), detail };
  }
  return {
    tone: "bad",
    title: text.faults[fault.kind](fault.seq),
    detail: `${text.trusted(entries)} ${text.whatToDo}`,
  };
}
