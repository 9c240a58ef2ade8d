import type { Strings } from "../en";

export const gitHub: Strings["gitHub"] = {
  action: "Bei GitHub anmelden",
  title: "Bei GitHub anmelden",
  begin: "Code holen",
  steps: [
    "Sie erhalten einen Code und geben ihn bei GitHub ein, im Namen dessen, dessen Copilot genutzt wird.",
    "Das Token, das GitHub gibt, wird ein Schlüssel dieses Kontos; niemand bekommt es zu sehen.",
    "Wer sich erneut anmeldet, dessen Schlüssel wird ersetzt.",
  ],
  typeThis: "Geben Sie diesen Code bei GitHub ein, und stimmen Sie zu:",
  waiting: "GitHub wird abgewartet.",
  validUntil: "Der Code endet",
  tokenEnds: "bis",
  tokenEnded: "Token abgelaufen, neu anmelden",
  signedInAs: "Angemeldet als",
  notSetUp:
    "Noch kann sich niemand bei GitHub anmelden: Der Betreiber dieser Installation muss eine Anwendung nennen.",
  goOn: "Fortsetzen",
  states: {
    pending: "Code noch nicht eingegeben",
    authorized: "wird als Schlüssel hinzugefügt",
    signed_in: "angemeldet",
    expired: "Der Code wurde nicht rechtzeitig eingegeben",
    denied: "Der Benutzer hat abgelehnt",
    failed: "Es ist nicht gelungen",
    signed_out: "abgemeldet",
  },
  signOut: {
    action: "Abmelden",
    title: "Von GitHub abmelden",
    steps: [
      "Der Schlüssel wird widerrufen: Mit ihm wird nichts mehr gesendet.",
      "GitHub lässt sich das Token nicht beenden: Das tut sein Benutzer auf github.com unter Settings, Applications.",
    ],
    done: "Abgemeldet",
  },
  giveUp: {
    action: "Aufgeben",
    title: "Anmeldung aufgeben",
    steps: ["Der Code gilt nicht mehr. Ein neuer ist jederzeit zu haben."],
    done: "Die Anmeldung wurde aufgegeben",
  },
};
