import { useLocalStorage } from "@mantine/hooks";
import { createContext, use, type ReactNode } from "react";
import { mask } from "./mask";

interface Privacy {
  hidden: boolean;
  toggle: () => void;
}

const PrivacyContext = createContext<Privacy>({ hidden: false, toggle: () => undefined });

/** For shared screens: names and costs are masked wherever they are shown. */
export function PrivacyProvider({ children }: { children: ReactNode }) {
  const [hidden, setHidden] = useLocalStorage({
    key: "leasehold.privacy",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const toggle = () => setHidden((before) => !before);
  return <PrivacyContext value={{ hidden, toggle }}>{children}</PrivacyContext>;
}

export function usePrivacy(): Privacy {
  return use(PrivacyContext);
}

/** Names as they may be shown now. */
export function useNames(): (name: string) => string {
  const { hidden } = usePrivacy();
  return (name) => (hidden ? mask(name) : name);
}
