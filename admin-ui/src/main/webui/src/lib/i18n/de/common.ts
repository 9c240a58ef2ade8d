import type { Strings } from "../en";

export const common: Strings["common"] = {
  retry: "Erneut versuchen",
  close: "Schließen",
  cancel: "Abbrechen",
  copy: "Kopieren",
  copied: "Kopiert",
  shownOnce: "Kopieren Sie es jetzt: Es wird nicht wieder gezeigt.",
  openPage: "Seite öffnen",
  loading: "Wird geladen",
  showSecret: "Eingabe zeigen oder verbergen",
  all: "Alle",
  more: "Mehr zeigen",
  hidden: "verborgen",
  unknown: "unbekannt",
  requestId: "Anfrage-ID",
  asOf: (when) => `Stand: ${when}`,
  stale: (when) => `Stand: ${when}; das Aktualisieren ist gescheitert.`,
  unknownCost: (requests) =>
    requests === 1
      ? "+ 1 Anfrage mit unbekannten Kosten"
      : `+ ${requests.toLocaleString("de")} Anfragen mit unbekannten Kosten`,
  unknownCostShort: (requests) => `+ ${requests.toLocaleString("de")} unbekannt`,
  unpriced: "Für diese Anfragen ist kein Preis bekannt.",
  noFigure: "Es gibt noch keinen Wert.",
  network: {
    title: "Der Server ist nicht erreichbar",
    detail: "Prüfen Sie die Verbindung und versuchen Sie es erneut.",
  },
  broken: {
    title: "Dieser Teil kann nicht angezeigt werden",
    detail: "Laden Sie die Seite neu; geschieht es wieder, melden Sie, was Sie getan haben.",
  },
  notFound: {
    title: "Diese Seite gibt es nicht",
    detail: "Die Adresse ist vielleicht veraltet oder vertippt.",
    action: "Zur Übersicht",
  },
  inZone: (zone) => `In ${zone}.`,
  amountWrong: "Schreiben Sie einen Betrag wie 25 oder 12.50.",
  columns: "Spalten",
  newRows: (count) => `${count} neu`,
  clearFilters: "Filter zurücksetzen",
  noMatch: "Nichts passt zu diesen Filtern.",
  provenance: {
    gateway: "vom Gateway gemessen",
    provider: "vom Anbieter berechnet",
    estimated: "geschätzt",
    node: "zum Teil von Knoten selbst gemeldet",
  },
  change: {
    before: (when) => `gegenüber ${when} davor`,
    sameLength: "der gleich langen Zeit",
    none: "davor nichts",
  },
  chart: {
    showTable: "Als Tabelle",
    showChart: "Als Diagramm",
    csv: "CSV herunterladen",
    tableOf: (title) => `${title} als Tabelle`,
    time: "Zeit",
    events: "Ereignisse",
    unpriced: "Anfragen mit unbekannten Kosten",
  },
  forbidden: (role) => `Erfordert die Rolle ${role} in diesem Arbeitsbereich.`,
};
