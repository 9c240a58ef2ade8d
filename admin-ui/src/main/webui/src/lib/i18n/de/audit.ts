import type { Strings } from "../en";

export const audit: Strings["audit"] = {
  title: "Audit",
  at: "Wann",
  actor: "Wer",
  actorId: "ID von wem",
  action: "Was",
  target: "Woran",
  targetId: "ID davon",
  result: "Ergebnis",
  results: { success: "getan", refused: "abgewiesen", failed: "gescheitert" },
  source: "Von wo",
  ownDoing: "Leasehold selbst",
  details: "Einzelheiten",
  seq: "Platz in der Kette",
  hash: "Hash",
  none: "Noch wurde nichts aufgezeichnet.",
  more: "Mehr zeigen",
  empty: {
    title: "Noch wurde nichts aufgezeichnet",
    detail: "Jede Änderung und jedes Lesen eines Geheimnisses steht hier und ändert sich nie.",
  },
  adminsOnly: {
    title: "Das Audit-Log ist für Administratoren",
    detail: "Bitten Sie einen Administrator dieses Arbeitsbereichs um die Rolle.",
  },
  notListed: {
    title: "Dieser Eintrag ist nicht unter den gezeigten",
    detail: "Weiten Sie die Filter, oder gehen Sie weiter zu älteren Einträgen.",
  },
  fields: {
    actor: "Wer es tat",
    action: "Was, etwa key.revoke",
    target: "ID dessen, woran es geschah",
  },
};
