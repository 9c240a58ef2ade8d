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
    limits: "Limits",
    costs: "Kosten",
    providers: "Anbieter",
    audit: "Audit",
    settings: "Einstellungen",
  },
  workspace: "Arbeitsbereich",
  noWorkspace: {
    title: "Sie gehören noch zu keinem Arbeitsbereich",
    detail:
      "Bitten Sie einen Administrator, Sie in eine Gruppe aufzunehmen, und melden Sie sich neu an.",
  },
  foreignWorkspace: (slug) => ({
    title: `Sie gehören nicht zum Arbeitsbereich ${slug}`,
    detail:
      "Bitten Sie dort um Aufnahme, oder gehen Sie zu einem Arbeitsbereich, zu dem Sie gehören.",
  }),
  triesAgain: "Diese Seite versucht es von selbst wieder und zeigt sich, sobald es gelingt.",
  range: "Zeitraum",
  spans: {
    "1D": "den 24 Stunden",
    "7D": "den 7 Tagen",
    "30D": "den 30 Tagen",
    "90D": "den 90 Tagen",
  },
  custom: {
    label: "Eigener",
    choose: "Zeitraum wählen",
    presets: {
      today: "Heute",
      yesterday: "Gestern",
      this_month: "Dieser Monat",
      last_month: "Voriger Monat",
    },
    from: "Von",
    to: "Bis",
    apply: "Zeigen",
    backwards: "Der Anfang muss vor dem Ende liegen.",
    tooLong: "Auf einmal lassen sich 400 Tage zeigen; wählen Sie weniger.",
  },
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
