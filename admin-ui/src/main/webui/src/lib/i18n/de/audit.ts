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
  export: "Exportieren",
  formats: { csv: "CSV", ndjson: "JSON, ein Eintrag je Zeile" },
  verify: "Log prüfen",
  verified: {
    intact: (entries: number) =>
      entries === 1
        ? "Der einzige Eintrag ist, wie er geschrieben wurde"
        : `Alle ${entries.toLocaleString("de")} Einträge sind, wie sie geschrieben wurden`,
    anchored: (seq: number) =>
      `Bis Eintrag ${seq.toLocaleString("de")} bestätigt das auch, was außerhalb der Datenbank aufbewahrt ist.`,
    notAnchored:
      "Außerhalb der Datenbank ist noch nichts aufbewahrt: ob am Ende Einträge fehlen, lässt sich nicht sagen.",
    faults: {
      changed: (seq: number) => `Eintrag ${seq.toLocaleString("de")} wurde geändert`,
      missing: (seq: number) => `Ab ${seq.toLocaleString("de")} fehlen Einträge`,
      inserted: (seq: number) => `Eintrag ${seq.toLocaleString("de")} wurde eingefügt`,
      rewritten: (seq: number) =>
        `Ab Eintrag ${seq.toLocaleString("de")} oder einem späteren wurde das Log neu geschrieben`,
    },
    trusted: (entries: number) =>
      `Die ${entries.toLocaleString("de")} Einträge davor sind, wie sie geschrieben wurden.`,
    whatToDo:
      "Jemand hat in die Datenbank selbst geschrieben: bewahren Sie eine Kopie auf, und klären Sie, wer das konnte.",
  },
  fields: {
    actor: "Wer es tat, mit Namen",
    action: "Was, etwa key.revoke",
    target: "ID dessen, woran es geschah",
  },
};
