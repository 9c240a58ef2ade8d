import type { Strings } from "../en";

export const keySources: Strings["keySources"] = {
  title: "Quelle",
  choose: "Woher das Geheimnis kommt",
  hint: "Orte, die der Betreiber für diesen Arbeitsbereich nennt. Der Schlüssel folgt dem, was dort ist.",
  given: "Ich gebe es hier an",
  kinds: { variable: "Variable", file: "Datei", vault: "Vault" },
  checked: "nachgesehen",
  trouble: "Der Schlüssel hat nicht, was in seiner Quelle ist, und behält so lange sein Geheimnis.",
};
