import type { Strings } from "../en";

export const frame: Strings["frame"] = {
  skip: "Zum Inhalt springen",
  navigation: "Seiten",
  toggleNavigation: "Navigation öffnen oder schließen",
  pages: {
    overview: "Übersicht",
    keys: "Schlüssel",
    nodes: "Knoten",
    leases: "Leihen",
    costs: "Kosten",
  },
  workspace: "Arbeitsbereich",
  noWorkspace: {
    title: "Sie gehören noch zu keinem Arbeitsbereich",
    detail:
      "Bitten Sie einen Administrator, Sie in eine Gruppe aufzunehmen, und melden Sie sich neu an.",
  },
  range: "Zeitraum",
  ranges: {
    "1D": "die letzten 24 Stunden",
    "7D": "die letzten 7 Tage",
    "30D": "die letzten 30 Tage",
    "90D": "die letzten 90 Tage",
  },
  spans: { "1D": "24 Stunden", "7D": "7 Tagen", "30D": "30 Tagen", "90D": "90 Tagen" },
  zone: (zone) => `Zeiten gelten in ${zone}`,
  live: {
    live: "Live: Zahlen bewegen sich, sobald Anfragen enden",
    connecting: "Live-Verbindung wird aufgebaut",
    cut: "Die Live-Verbindung ist unterbrochen; Zahlen werden alle 15 Sekunden abgefragt",
  },
  privacy: { on: "Namen und Kosten zeigen", off: "Namen und Kosten verbergen" },
  theme: { light: "Helles Design", dark: "Dunkles Design", auto: "Design des Systems" },
  language: "Sprache",
  account: "Konto",
  platformAdmin: "Plattform-Administration",
  signOut: "Abmelden",
  palette: {
    open: "Suchen",
    placeholder: "Zu Seite, Schlüssel oder Knoten",
    pages: "Seiten",
    keys: "Schlüssel",
    nodes: "Knoten",
    actions: "Aktionen",
    nothing: "Nichts gefunden",
  },
};
