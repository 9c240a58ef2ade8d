import type { Strings } from "../en";

export const accounts: Strings["accounts"] = {
  ownEndpoint: "die Adresse des Anbieters",
  disabled:
    "Dieses Konto ist außer Gebrauch: Seine Schlüssel werden nicht verliehen, nach Kosten wird nicht gefragt.",
  noCredential: {
    title: "Dieses Konto hat keinen Admin-Zugang",
    detail:
      "Seine Schlüssel lassen sich nutzen, aber nicht über Leasehold auflisten, widerrufen oder abrechnen.",
  },
  edit: {
    action: "Bearbeiten",
    title: (name) => `${name} bearbeiten`,
    endpointHint: "Änderbar nur, solange das Konto keine Geheimnisse hat.",
    submit: "Speichern",
    done: (name) => `${name} wurde geändert`,
  },
  disable: {
    action: "Abschalten",
    title: (name) => `${name} abschalten`,
    steps: [
      "Seine Schlüssel werden nicht verliehen, bis es wieder angeschaltet wird.",
      "Nach Verbrauch und Kosten wird solange nicht gefragt.",
      "Beim Anbieter ändert sich nichts.",
    ],
    done: (name) => `${name} ist außer Gebrauch`,
  },
  enable: {
    action: "Anschalten",
    title: (name) => `${name} anschalten`,
    steps: [
      "Seine Schlüssel werden wieder verliehen.",
      "Nach Verbrauch und Kosten wird wieder gefragt.",
    ],
    done: (name) => `${name} ist wieder in Gebrauch`,
  },
  remove: {
    action: "Konto löschen",
    title: (name) => `${name} löschen`,
    steps: [
      "Sein Admin-Zugang wird hier vernichtet.",
      "Widerrufene und ausgemusterte Schlüssel bleiben mit ihrer Geschichte gelistet.",
      "Beim Anbieter ändert sich nichts.",
    ],
    live: (count, more) =>
      count === 1 && !more
        ? "Einer seiner Schlüssel ist weder widerrufen noch ausgemustert. Beenden Sie ihn zuerst:"
        : `${count}${more ? " oder mehr" : ""} seiner Schlüssel sind weder widerrufen noch ausgemustert. Beenden Sie sie zuerst:`,
    ended: (count, more) =>
      count === 0
        ? "Es hat keine Schlüssel."
        : `Seine ${count}${more ? " oder mehr" : ""} Schlüssel sind beendet.`,
    type: (name) => `Tippen Sie ${name}, um fortzufahren`,
    done: (name) => `${name} wurde gelöscht`,
  },
  matrix: {
    title: "Was es kann",
    what: "Was",
    how: "Ob, oder was von Hand zu tun ist",
    yes: "ja",
    notNow: "jetzt nicht",
    no: "nein",
    names: {
      create_key: "Schlüssel erstellen",
      key_expiry: "Schlüssel ablaufen lassen",
      list_keys: "Schlüssel auflisten",
      disable_key: "Schlüssel ab- und anschalten",
      revoke_key: "Schlüssel widerrufen",
      key_status: "Zustand eines Schlüssels nennen",
      tells_key_id: "Sagen, welcher Schlüssel ein Geheimnis ist",
      usage: "Verbrauch melden",
      per_key_usage: "Verbrauch je Schlüssel melden",
      cost: "Kosten melden",
      per_key_cost: "Kosten je Schlüssel melden",
      key_limit: "Ausgaben eines Schlüssels begrenzen",
      key_spend: "Ausgaben eines Schlüssels nennen",
      list_groups: "Workspaces oder Projekte auflisten",
      create_group: "Workspaces oder Projekte anlegen",
      quota: "Restguthaben nennen",
    },
  },
  atProvider: {
    title: "Schlüssel beim Anbieter",
    ask: "Den Anbieter fragen",
    none: "Der Anbieter listet keine Schlüssel.",
    hint: "Was nicht im Vorrat ist, kommt mit „Schlüssel hinzufügen“, ID und Geheimnis hinein.",
    name: "Name",
    state: "Zustand",
    created: "Erstellt",
    here: "Im Vorrat",
    notHere: "nein",
    states: {
      active: "aktiv",
      disabled: "abgeschaltet",
      expired: "abgelaufen",
      revoked: "widerrufen",
      unknown: "unbekannt",
    },
  },
};
