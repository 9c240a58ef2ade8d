import type { Strings } from "../en";

export const settings: Strings["settings"] = {
  title: "Einstellungen",
  tabs: { members: "Mitglieder", domains: "Domains", "api-tokens": "API-Tokens" },
};

export const members: Strings["members"] = {
  title: "Mitglieder",
  name: "Name",
  username: "Benutzername",
  email: "E-Mail",
  role: "Rolle",
  domain: "Domain",
  roleFor: "Gilt für",
  wholeWorkspace: "den ganzen Arbeitsbereich",
  state: "Zustand",
  states: { active: "kann sich anmelden", disabled: "kann sich nicht anmelden" },
  search: "Name oder E-Mail",
  roles: { viewer: "Betrachter", operator: "Betreiber", admin: "Administrator" },
  may: {
    viewer: "Sieht alles außer Geheimnissen.",
    operator: "Prüft auch Schlüssel und beendet Leihen.",
    admin: "Verwaltet und widerruft auch Schlüssel und entscheidet, wer Mitglied ist.",
  },
  empty: {
    title: "Noch keine Mitglieder",
    detail: "Ein Mitglied darf diesen Arbeitsbereich je nach Rolle sehen oder betreiben.",
  },
  emptyDomain: {
    title: "Niemand hat eine Rolle für diese Domain allein",
    detail: "Mitglieder des ganzen Arbeitsbereichs sehen sie ohnehin.",
  },
  add: {
    action: "Mitglied hinzufügen",
    title: "Mitglied hinzufügen",
    user: "Benutzername oder E-Mail",
    userHint: "Wer noch nicht bekannt ist, wird per E-Mail eingeladen und wählt ein Passwort.",
    domainHint: "Leer heißt der ganze Arbeitsbereich.",
    submit: "Mitglied hinzufügen",
    done: (name) => `${name} ist Mitglied`,
    sent: "Eine E-Mail mit der Bitte, ein Passwort zu wählen, ist unterwegs.",
    notSent:
      "Die E-Mail mit der Bitte, ein Passwort zu wählen, ließ sich nicht senden. Sagen Sie es selbst.",
  },
  change: {
    action: "Rolle ändern",
    title: (name) => `Rolle von ${name} ändern`,
    hint: "Sie gilt ab der nächsten Anmeldung, spätestens wenn die Sitzung erneuert wird.",
    submit: "Rolle ändern",
    done: (name, role) => `${name} ist jetzt ${role}`,
  },
  remove: {
    action: "Mitglied entfernen",
    title: (name) => `${name} entfernen`,
    steps: {
      workspace: "Die Rolle in diesem Arbeitsbereich endet, und mit ihr die in seinen Domains.",
      domain: (domain) => `Die Rolle für ${domain} endet.`,
      account: "Das Benutzerkonto bleibt: Anmeldung und andere Mitgliedschaften wie zuvor.",
      audit: "Was getan wurde, bleibt im Audit-Log.",
    },
    type: (name) => `Tippen Sie ${name}, um fortzufahren`,
    done: (name) => `${name} ist kein Mitglied mehr`,
  },
};

export const domains: Strings["domains"] = {
  title: "Domains",
  name: "Name",
  nameHint: "Ein Hostname oder die Kennung einer Anwendung, klein geschrieben. Er ändert sich nie.",
  capture: "Aufzeichnung",
  captureHint: "Was von ihrem Verkehr aufgehoben wird.",
  captures: {
    none: "nichts",
    metadata: "Zahlen und Kopfdaten",
    full: "ganze Unterhaltungen",
  },
  asWorkspace: "Wie der Arbeitsbereich es sagt",
  tags: "Schlagwörter",
  tagsHint: "Durch Kommas getrennt.",
  domain: "Domain",
  search: "Name oder Schlagwort",
  members: "Mitglieder",
  showMembers: "Zeigen, wer eine Rolle dafür hat",
  empty: {
    title: "Noch keine Domains",
    detail:
      "Eine Domain ist eine Anwendung, die ausgibt: Limits, Rollen und Kosten gehen nach ihr.",
  },
  add: {
    action: "Domain hinzufügen",
    title: "Domain hinzufügen",
    submit: "Domain hinzufügen",
    done: (name) => `${name} wurde hinzugefügt`,
  },
  edit: {
    action: "Bearbeiten",
    title: (name) => `${name} bearbeiten`,
    submit: "Speichern",
    done: (name) => `${name} wurde geändert`,
  },
  remove: {
    action: "Domain löschen",
    title: (name) => `${name} löschen`,
    steps: {
      limits: "Ihre Limits enden mit ihr.",
      record: "Was unter ihrem Namen ausgegeben und aufgezeichnet wurde, bleibt.",
    },
    type: (name) => `Tippen Sie ${name}, um fortzufahren`,
    done: (name) => `${name} wurde gelöscht`,
  },
};

export const apiTokens: Strings["apiTokens"] = {
  title: "API-Tokens",
  name: "Name",
  token: "Token",
  state: "Zustand",
  states: { active: "aktiv", expired: "abgelaufen", revoked: "widerrufen" },
  lastUsed: "Zuletzt benutzt",
  neverUsed: "nie",
  expires: "Läuft ab",
  neverExpires: "nie",
  created: "Erstellt",
  createdBy: "Erstellt von",
  revoked: "Widerrufen",
  revokedBy: "Widerrufen von",
  empty: {
    title: "Noch keine API-Tokens",
    detail: "Mit einem API-Token ruft ein Programm die API selbst auf, mit einer eigenen Rolle.",
  },
  add: {
    action: "Token erstellen",
    title: "API-Token erstellen",
    nameHint: "Wofür es ist, damit Bescheid weiß, wer aufräumt.",
    expiresHint: "Leer heißt, bis es widerrufen wird.",
    submit: "Token erstellen",
    shown: "Kopieren Sie das Token jetzt",
    once: "Es wird nicht noch einmal gezeigt",
    use: "Senden Sie es als „Authorization: Bearer …“, oder geben Sie es der Kommandozeile als LEASEHOLD_TOKEN. Binnen zwei Sekunden gilt es.",
    copy: "Token kopieren",
    copied: "Kopiert",
  },
  revoke: {
    action: "Token widerrufen",
    title: (name) => `${name} widerrufen`,
    steps: {
      refused: "Binnen zwei Sekunden wird abgewiesen, was es benutzt.",
      others: "Es kommt nicht wieder; andere Tokens bleiben, wie sie sind.",
      audit: "Es bleibt in dieser Liste, und was damit getan wurde, im Audit-Log.",
    },
    type: (name) => `Tippen Sie ${name}, um fortzufahren`,
    done: (name) => `${name} wurde widerrufen`,
  },
};
