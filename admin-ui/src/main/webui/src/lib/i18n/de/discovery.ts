import type { Strings } from "../en";

export const discovery: Strings["discovery"] = {
  title: "Schlüssel, die herumliegen",
  about:
    "In der Umgebung des Dienstes und in Dateien und Vault-Geheimnissen, die der Betreiber nennt. Vom Suchen kommt nichts in den Vorrat. Auf einem Entwicklerrechner: leasehold discover",
  look: "Jetzt suchen",
  looked: (keys) =>
    keys === 1 ? "1 Schlüssel wurde gefunden" : `${keys} Schlüssel wurden gefunden`,
  notLooked: (source) => `In ${source} ließ sich nicht suchen`,
  key: "Schlüssel",
  provider: "Anbieter",
  foundIn: "Gefunden in",
  found: "Gefunden",
  result: "Vorrat",
  act: "Aktion",
  thatKey: "diesem Schlüssel",
  results: {
    found: "nicht im Vorrat",
    already_there: "dort als",
    imported: "übernommen als",
    refused: "abgelehnt",
  },
  empty: {
    title: "Kein Schlüssel wurde gefunden",
    detail:
      "Suchen Sie jetzt; Anbieterschlüssel, die herumliegen, erscheinen hier maskiert, mit ihrem Ort.",
  },
  addAccount: "Konto hinzufügen",
  import: {
    action: "Übernehmen",
    title: (masked) => `${masked} übernehmen`,
    steps: {
      what: (provider, sources) =>
        `Dieser Schlüssel von ${provider}, gefunden in ${sources}, wird dort geprüft und in den Vorrat aufgenommen.`,
      pool: "Knoten dürfen ihn von da an leihen, soweit Limits es erlauben.",
      stays: "Wo er gefunden wurde, bleibt er; entfernen Sie ihn dort von Hand.",
    },
    account: "Konto",
    submit: "Diesen Schlüssel übernehmen",
    outcomes: {
      found: "Er wurde dort nicht mehr gefunden",
      already_there: "Der Vorrat hat diesen Schlüssel schon",
      imported: "Der Schlüssel ist im Vorrat",
    },
    noAccount: (provider) => ({
      title: `Kein Konto bei ${provider}`,
      detail: "Ein Schlüssel gehört zu einem Konto seines Anbieters; fügen Sie zuerst eines hinzu.",
    }),
  },
};
