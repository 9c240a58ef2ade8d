import type { Strings } from "../en";

export const keyActs: Strings["keyActs"] = {
  more: "Mehr",
  label: "Bezeichnung",
  fingerprint: "Fingerabdruck",
  lastUsed: "Zuletzt genutzt",
  neverUsed: "noch von keinem Gateway",
  expires: "Läuft ab",
  parts: {
    state: "Zustand",
    limits: "Limits",
    spend: "Ausgaben",
    leases: "Leihen",
    provider: "Beim Anbieter",
    rotation: "Rotation",
    history: "Geschichte",
  },
  reason: { label: "Grund", hint: "Steht im Audit-Log und beim Schlüssel." },
  edit: {
    action: "Bearbeiten",
    title: (name) => `${name} bearbeiten`,
    labelHint: "Was man sich dazu merkt. Leer nimmt sie weg.",
    submit: "Speichern",
    done: (name) => `${name} wurde geändert`,
  },
  disable: {
    action: "Abschalten",
    title: (name) => `${name} abschalten`,
    steps: [
      "Gateways weisen ihn sofort ab; seine Leihen bekommen einen anderen Schlüssel, wo es einen gibt.",
      "Beim Anbieter bleibt er, wie er ist, und sein Geheimnis im Geheimnisspeicher.",
    ],
    done: (name) => `${name} ist abgeschaltet`,
  },
  enable: {
    action: "Anschalten",
    title: (name) => `${name} anschalten`,
    steps: ["Er ist wieder im Vorrat und wird an Knoten verliehen."],
    done: (name) => `${name} ist wieder aktiv`,
  },
  retire: {
    action: "Ausmustern",
    title: (name) => `${name} ausmustern`,
    steps: [
      "Er verlässt den Vorrat und wird nicht mehr verliehen.",
      "Beim Anbieter lebt er weiter, sein Geheimnis bleibt im Geheimnisspeicher: Ein Widerruf beendet beides.",
      "Er bleibt mit seiner Geschichte gelistet und lässt sich wieder anschalten.",
    ],
    done: (name) => `${name} ist ausgemustert`,
  },
  find: {
    action: "Nach Geheimnis suchen",
    title: "Den Schlüssel zu einem Geheimnis finden",
    hint: "Es wird über einen Fingerabdruck verglichen und weder behalten noch in die Adresse geschrieben. Die Suche steht im Audit-Log.",
    submit: "Schlüssel finden",
  },
  test: {
    action: "Jetzt prüfen",
    hint: "Fragt den Anbieter nach dem Geheimnis und seinen Modellen, ohne es zu behalten.",
  },
  noLeases: "Kein Knoten hat eine Leihe auf diesen Schlüssel.",
};
