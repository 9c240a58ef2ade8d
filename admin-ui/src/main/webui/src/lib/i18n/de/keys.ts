import type { Strings } from "../en";

export const keys: Strings["keys"] = {
  title: "Schlüssel",
  tabs: { keys: "Schlüssel", accounts: "Anbieterkonten" },
  state: "Zustand",
  name: "Name",
  account: "Konto",
  provider: "Anbieter",
  secret: "Geheimnis",
  limits: "Limits",
  noLimit: "kein Limit",
  limitZone: (zone) => `gezählt ab Mitternacht in ${zone}`,
  leases: "Leihen",
  showLeases: "Seine Leihen zeigen",
  tags: "Schlagwörter",
  models: "Modelle",
  allModels: "alle Modelle",
  added: "Hinzugefügt",
  changed: "Geändert",
  verified: "Geprüft",
  neverVerified: "nie geprüft",
  reason: "Grund",
  providerKeyId: "ID beim Anbieter",
  notBound: "nicht zugeordnet",
  search: "Name, Schlagwort oder letzte vier Zeichen",
  period: { day: "pro Tag", month: "pro Monat", lease: "pro Leihe", total: "insgesamt" },
  states: {
    active: "aktiv",
    draining: "läuft aus",
    disabled: "abgeschaltet",
    revoking: "wird widerrufen",
    revoked: "widerrufen",
    stuck: "hängt",
    awaiting_manual: "von Hand",
    retired: "ausgemustert",
  },
  accountStates: { active: "aktiv", disabled: "abgeschaltet", deleted: "gelöscht" },
  empty: {
    title: "Noch keine Schlüssel",
    detail: "Ein Schlüssel ist ein Anbieter-Geheimnis im Vorrat, aus dem Knoten leihen.",
  },
  noAccounts: {
    title: "Noch keine Anbieterkonten",
    detail: "Schlüssel gehören zu einem Konto beim Anbieter. Fügen Sie zuerst das Konto hinzu.",
  },
  direct: {
    title: "Direkte Leihen",
    allow: "Knoten dürfen den Schlüssel selbst bekommen",
    hint: "Für direkte Leihen: Was dann ausgegeben wird, weiß nur der Anbieter, und kein Gateway kann es aufhalten.",
    rotate: "Erneuern, wenn eine solche Leihe zu Ende ist",
    rotateHint: "Ihr Knoten kennt das Geheimnis dann noch, bis der Schlüssel ein anderes hat.",
    allowed: "erlaubt",
    refused: "nicht erlaubt",
    after: "Nach einer direkten Leihe",
    rotated: "erneuert",
  },
  verify: {
    action: "Schlüssel prüfen",
    results: {
      valid: "Der Anbieter nimmt diesen Schlüssel an.",
      invalid: "Der Anbieter weist diesen Schlüssel ab.",
      no_credit: "Der Schlüssel stimmt, aber das Konto hat kein Guthaben.",
      rate_limited: "Der Anbieter drosselt uns gerade; prüfen Sie später erneut.",
      unreachable: "Der Anbieter ist nicht erreichbar.",
      forbidden: "Der Schlüssel stimmt, darf dies aber nicht.",
    },
  },
  add: {
    action: "Schlüssel hinzufügen",
    title: "Schlüssel hinzufügen",
    secretHint: "Liegt im Geheimnisspeicher und wird nie wieder angezeigt.",
    providerKeyIdHint: "Falls bekannt. Sonst sucht Leasehold den Schlüssel, der passt.",
    modelsHint: "Durch Kommas getrennt. Leer heißt alle.",
    tagsHint: "Durch Kommas getrennt.",
    dayLimit: "Limit pro Tag, USD",
    monthLimit: "Limit pro Monat, USD",
    limitHint: (zone) => `Tage und Monate beginnen um Mitternacht in ${zone}.`,
    verify: "Zuerst beim Anbieter prüfen",
    submit: "Schlüssel hinzufügen",
    done: (name) => `${name} ist im Vorrat`,
    checked: "Der Anbieter nimmt ihn an.",
    unchecked: "Er wurde nicht beim Anbieter geprüft.",
    bound: (id) => `Er ist beim Anbieter ${id} zugeordnet und kann dort widerrufen werden.`,
    unbound:
      "Er ist noch keinem Schlüssel beim Anbieter zugeordnet und kann dort nicht von selbst widerrufen werden.",
    another: "Weiteren hinzufügen",
  },
  bind: {
    action: "Zuordnung bestätigen",
    title: "Ist das derselbe Schlüssel?",
    detail: (candidate) =>
      `Beim Anbieter passt nur der aktive Schlüssel ${candidate}. Bestätigen Sie ihn, dann wirkt ein Widerruf auf diesen.`,
    confirm: "Diesem Schlüssel zuordnen",
    done: "Der Schlüssel ist zugeordnet",
  },
  addAccount: {
    action: "Anbieterkonto hinzufügen",
    title: "Anbieterkonto hinzufügen",
    credential: "Admin-Zugang",
    credentialHint:
      "Damit kann Leasehold Schlüssel auflisten und widerrufen und Kosten lesen. Er wird beim Anbieter geprüft, im Geheimnisspeicher abgelegt und nie wieder angezeigt.",
    endpoint: "Endpunkt",
    endpointHint: "Leer heißt die Adresse des Anbieters.",
    submit: "Konto hinzufügen",
    done: (name) => `${name} wurde hinzugefügt`,
  },
  accounts: {
    credential: "Admin-Zugang",
    none: "keiner",
    capabilities: "Kann",
  },
  revoke: {
    action: "Schlüssel widerrufen",
    show: "Widerruf zeigen",
    title: (name) => `${name} widerrufen`,
    plan: "Das wird geschehen:",
    leases: (count) =>
      count === 1
        ? "1 Leihe verliert diesen Schlüssel."
        : `${count} Leihen verlieren diesen Schlüssel.`,
    type: (name) => `Tippen Sie ${name}, um fortzufahren`,
    why: "Grund",
    whyHint: "Steht im Audit-Log.",
    force: "Nutzung sofort beenden, ohne Auslaufen",
    submit: "Schlüssel widerrufen",
    running:
      "Der Widerruf läuft. Sie dürfen dies schließen: er läuft weiter, und Sie finden ihn beim Schlüssel wieder.",
    done: "Der Schlüssel ist widerrufen. Sein Geheimnis ist beim Anbieter tot und hier vernichtet.",
    stuck: "Noch ist nicht alles gelungen.",
    retry: (when) => `Leasehold versucht es ${when} erneut.`,
    retryNow: "Jetzt versuchen",
    draining: (when: string) =>
      `Laufende Anfragen dürfen enden; spätestens ${when} geht es weiter.`,
    cancel: "Widerruf abbrechen",
    manual: "Widerrufen Sie ihn in der Konsole des Anbieters; Leasehold merkt es und schließt ab.",
    attempts: (count) => (count === 1 ? "1 Versuch" : `${count} Versuche`),
    abandon: {
      action: "Aufgeben",
      title: (name) => `Den Widerruf von ${name} aufgeben`,
      steps: [
        "Niemand wartet mehr auf den Beweis, dass der Anbieter ihn abweist: Dort lebt er vielleicht weiter.",
        "Sein Geheimnis wird hier vernichtet, und er endet als widerrufen, mit dem Grund.",
        "Beim Anbieter geschieht nichts. Löschen Sie ihn in dessen Konsole, falls es ihn noch gibt.",
      ],
      whyHint: "Warum es keinen Beweis braucht. Steht beim Schlüssel und im Audit-Log.",
    },
    stepStates: {
      planned: "geplant",
      pending: "wartet",
      running: "läuft",
      done: "erledigt",
      failed: "gescheitert",
    },
  },
  bulkRevoke: {
    action: "Diese widerrufen",
    title: "Alle Schlüssel widerrufen, auf die der Filter passt",
    nothing: "Auf keinen Schlüssel passt der Filter noch.",
    plan: (count, leases) =>
      `${count === 1 ? "1 Schlüssel würde" : `${count} Schlüssel würden`} widerrufen; ${
        leases === 1
          ? "1 Leihe verliert ihren Schlüssel"
          : `${leases} Leihen verlieren ihren Schlüssel`
      }.`,
    byFilter:
      "Es geht nach dem Filter: Widerrufen wird, worauf er dann passt, auch was inzwischen dazukam.",
    type: (slug) => `Tippen Sie ${slug}, den Arbeitsbereich, um fortzufahren`,
    force: "Ihre Nutzung sofort beenden, ohne Auslaufen",
    submit: "Alle widerrufen",
    counts: (counts) =>
      [
        `${counts.revoked} widerrufen`,
        counts.running > 0 && `${counts.running} unterwegs`,
        counts.waiting > 0 && `${counts.waiting} warten`,
        counts.refused > 0 && `${counts.refused} nicht begonnen`,
      ]
        .filter(Boolean)
        .join(", "),
    keepOpen: "Lassen Sie dies offen, bis alle begonnen sind.",
    mayClose:
      "Sie dürfen dies schließen: Es läuft weiter, und jeder Schlüssel zeigt, wie weit es ist.",
    left: "Noch sind nicht alle widerrufen. Jeder Schlüssel sagt, warum, wer am Zug ist und wann es erneut versucht wird.",
    states: {
      planned: "wird widerrufen",
      running: "unterwegs",
      revoked: "widerrufen",
      stuck: "hängt",
      awaiting_manual: "von Hand",
      cancelled: "zurückgenommen",
      refused: "nicht begonnen",
    },
  },
};
