import type { Strings } from "../en";

export const costs: Strings["costs"] = {
  title: "Kosten",
  gateway: "Kosten laut Gateway",
  provider: "Kosten laut Anbieter",
  drift: "Abweichung",
  driftHint: "Was der Anbieter berechnet hat, abzüglich dessen, was das Gateway gemessen hat.",
  coverage: "Abdeckung",
  coverageHint:
    "Was das Gateway gemessen hat, geteilt durch das, was der Anbieter berechnet hat. Unter 100 % ging Verkehr am Gateway vorbei.",
  account: "Konto",
  providerName: "Anbieter",
  status: "Erhebung",
  incomplete: "die Zahlen des Anbieters sind noch nicht endgültig",
  accounts: "Gateway neben Anbieter",
  noProviderFigure: "Der Anbieter hat für diese Zeit noch keine Kosten gemeldet.",
  noGatewayFigure: "Das Gateway hat in dieser Zeit keine Anfragen dieses Kontos gesehen.",
  noCoverage: "Für die Abdeckung braucht es beide Zahlen.",
  refresh: "Jetzt abfragen",
  refreshed: "Der Anbieter wird gefragt",
  nextPoll: (when) => `nächste Abfrage ${when}`,
  lastGood: (when) => `letzte gute Antwort ${when}`,
  overTime: "Kosten im Verlauf",
  perStep: "Je Schritt",
  cumulative: "Aufgelaufen",
  view: "Ansicht",
  byKey: "Nach Schlüssel",
  byDomain: "Nach Domain",
  empty: {
    title: "Noch nichts zu vergleichen",
    detail:
      "Fügen Sie ein Anbieterkonto mit Admin-Zugang hinzu; seine Rechnung erscheint neben dem, was das Gateway gemessen hat.",
  },
};
