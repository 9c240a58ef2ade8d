import { useLocalStorage } from "@mantine/hooks";
import { createContext, use, useEffect, useState, type ReactNode } from "react";
import { en, type Strings } from "./en";

export type { Strings };

export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

interface Spoken {
  strings: Strings;
  language: Language;
  speak: (language: Language) => void;
}

const SpokenContext = createContext<Spoken>({
  strings: en,
  language: "en",
  speak: () => undefined,
});

/** English is always there; another language is loaded when it is chosen. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, speak] = useLocalStorage<Language>({
    key: "leasehold.language",
    defaultValue: "en",
    getInitialValueInEffect: false,
  });
  const [strings, setStrings] = useState<Strings>(en);

  useEffect(() => {
    let current = true;
    void load(language).then((loaded) => {
      if (current) {
        document.documentElement.lang = language;
        setStrings(loaded);
      }
    });
    return () => {
      current = false;
    };
  }, [language]);

  return <SpokenContext value={{ strings, language, speak }}>{children}</SpokenContext>;
}

async function load(language: Language): Promise<Strings> {
  return language === "de" ? (await import("./de")).de : en;
}

export function useLanguage(): Spoken {
  return use(SpokenContext);
}

/** What the UI says, in the language chosen. */
export function useStrings(): Strings {
  return useLanguage().strings;
}
