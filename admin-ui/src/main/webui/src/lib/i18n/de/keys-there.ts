import type { Strings } from "../en";

export const keysThere: Strings["keysThere"] = {
  create: {
    action: "Schlüssel erzeugen",
    title: "Schlüssel beim Anbieter erzeugen",
    hint: "Der Anbieter erzeugt den Schlüssel, und sein Geheimnis geht geradewegs in den Geheimnisspeicher.",
    byHand: "Dieses Konto erzeugt keine Schlüssel per API",
    expires: "Endet beim Anbieter",
    expiresHint: "Leer heißt nie.",
    group: "Workspace oder Projekt",
    groupHint: "Wo der Anbieter ihn erzeugt.",
    defaultGroup: "das voreingestellte",
    submit: "Schlüssel erzeugen",
    unseen:
      "Der Anbieter hat ihn erzeugt, und sein Geheimnis liegt im Geheimnisspeicher: Niemand hat es gesehen.",
  },
  spend: {
    limit: "Limit dort",
    noLimit: "keines",
    neverReset: "insgesamt",
    remaining: "Davon übrig",
    today: "Heute ausgegeben, UTC",
    month: "Diesen Monat ausgegeben, UTC",
    total: "Insgesamt ausgegeben",
    expires: "Endet dort",
    never: "nie",
    untold: "Der Anbieter sagt es nicht.",
  },
  direct: {
    title: "Direkt verbraucht, wie der Anbieter es meldet",
    asOf: "Stand der Zahlen",
    perHour: "Zuletzt je Stunde ausgegeben",
    stopped: (period) =>
      `Nach den Zahlen des Anbieters fast am Limit (${period}): Bis das vorbei ist, bekommt kein Knoten diesen Schlüssel.`,
    exposed: "Ein Knoten hat womöglich sein Geheimnis.",
    periods: { day: "Heute", month: "Diesen Monat", lease: "Ganze Leihe", total: "Insgesamt" },
    of: "von",
    projected: "bis jetzt, bei diesem Tempo",
    projectedHint:
      "Was gemeldet ist, und was seither ausgegeben wurde, ging es weiter wie zuletzt.",
    reported: "gemeldet",
  },
  enforced: {
    limit: "Limit, das wir dort gesetzt haben",
    none: "keines",
    setAt: "Gesetzt",
    off: "Der Anbieter weist diesen Schlüssel auf unser Geheiß ab, weil er fast am Limit war, während ein Knoten ihn hatte.",
    pending: "Der Anbieter muss diesen Schlüssel noch abweisen.",
    again: "Nächster Versuch",
  },
  limit: {
    action: "Limit dort setzen",
    title: (name, provider) => `Limit von ${name} bei ${provider}`,
    hint: "Der Anbieter setzt es selbst durch, auch für das, was am Gateway vorbeigeht.",
    amount: "Limit beim Anbieter, USD",
    amountHint: "Leer heißt keines.",
    reset: "Beginnt neu",
    resetHint: "Um Mitternacht UTC.",
    never: "nie",
    resets: { daily: "täglich", weekly: "wöchentlich", monthly: "monatlich" },
    submit: "Limit setzen",
    done: (name) => `Das Limit von ${name} beim Anbieter ist gesetzt`,
  },
  disable: {
    action: "Hier und dort abschalten",
    title: (name, provider) => `${name} abschalten, auch bei ${provider}`,
    steps: [
      "Gateways weisen ihn sofort ab; seine Leihen bekommen einen anderen Schlüssel, wo es einen gibt.",
      "Dann wird er beim Anbieter abgeschaltet, auch für alle, die ihn am Gateway vorbei nutzen.",
      "Beides lässt sich zurücknehmen.",
    ],
    done: (name) => `${name} ist abgeschaltet, auch beim Anbieter`,
  },
  enable: {
    action: "Dort und hier anschalten",
    title: (name, provider) => `${name} anschalten, auch bei ${provider}`,
    steps: [
      "Zuerst wird er beim Anbieter angeschaltet.",
      "Sobald er dort funktioniert, ist er wieder im Vorrat und wird an Knoten verliehen.",
    ],
    done: (name) => `${name} ist wieder aktiv, auch beim Anbieter`,
  },
};
