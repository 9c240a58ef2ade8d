import type { Strings } from "../en";

export const overview: Strings["overview"] = {
  title: "Übersicht",
  requests: "Anfragen",
  errors: "Fehler",
  tokens: "Tokens",
  inputTokens: "Eingabe-Tokens",
  outputTokens: "Ausgabe-Tokens",
  cost: "Kosten",
  errorShare: (share) => `${share} gescheitert`,
  inAndOut: (input, output) => `${input} ein · ${output} aus`,
  timeline: "Verlauf",
  metric: "Größe",
  succeeded: "Erfolgreich",
  nodeJoined: (names) => `Knoten hinzugekommen: ${names}`,
  topDomains: "Top-Domains",
  topModels: "Top-Modelle",
  rest: "Alle übrigen",
  noDomain: "ohne Domain",
  share: "Anteil",
  name: "Name",
  empty: {
    title: "Keine Anfragen in diesem Zeitraum",
    detail: "Zahlen erscheinen, sobald ein Knoten seine erste Anfrage durch das Gateway schickt.",
  },
  attention: {
    title: "Braucht Aufmerksamkeit",
    nothing: "Nichts braucht Aufmerksamkeit",
    unchecked: "Nicht alles ließ sich prüfen. Erneut versuchen",
    stuck: (count) => `${count} Schlüssel: Widerruf nicht bestätigt`,
    awaitingManual: (count) => `${count} Schlüssel von Hand zu widerrufen`,
    lost: (count) =>
      count === "1" ? "1 Knoten ist verschollen" : `${count} Knoten sind verschollen`,
  },
};
