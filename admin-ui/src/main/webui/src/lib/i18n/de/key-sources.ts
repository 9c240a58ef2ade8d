import type { Strings } from "../en";

export const keySources: Strings["keySources"] = {
  title: "Quelle",
  choose: "Woher das Geheimnis kommt",
  hint: "Orte, die der Betreiber für diesen Arbeitsbereich nennt. Der Schlüssel folgt dem, was dort ist.",
  given: "Ich gebe es hier an",
  kinds: { variable: "Variable", file: "Datei", vault: "Vault" },
  checked: "nachgesehen",
  trouble: "Der Schlüssel hat nicht, was in seiner Quelle ist, und behält so lange sein Geheimnis.",
  leave: {
    action: "Quelle verlassen",
    title: (name) => `${name} seine Quelle verlassen lassen`,
    steps: [
      "Er behält das Geheimnis, das er hat.",
      "Was später in der Quelle ist, wird nicht mehr übernommen; ein anderes Geheimnis bekommt er von nun an durch Erneuern oder von Hand.",
    ],
    done: (name) => `${name} hat seine Quelle verlassen`,
  },
};
