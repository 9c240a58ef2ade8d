import { useLocalStorage } from "@mantine/hooks";
import { createContext, use, useEffect, useState, type ReactNode } from "react";
import type { Strings } from "./en";
import { first, type FirstStrings } from "./en/first";

export type { FirstStrings, Strings };

export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

interface Spoken {
  /** Undefined for English, which every page brings with it. */
  strings: Strings | undefined;
  language: Language;
  speak: (language: Language) => void;
}

const SpokenContext = createContext<Spoken>({
  strings: undefined,
  language: "en",
  speak: () => undefined,
});

/** English is part of the pages; another language is loaded when it is chosen. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, speak] = useLocalStorage<Language>({
    key: "leasehold.language",
    defaultValue: "en",
    getInitialValueInEffect: false,
  });
  const [strings, setStrings] = useState<Strings>();

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

async function load(language: Language): Promise<Strings | undefined> {
  return language === "de" ? (await import("./de")).de : undefined;
}

export function useLanguage(): Spoken {
  return use(SpokenContext);
}

/** What the first page and the frame around every page say, in the language chosen. */
export function useStrings(): FirstStrings {
  return useLanguage().strings ?? first;
}
