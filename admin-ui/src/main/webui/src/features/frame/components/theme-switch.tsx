import { ActionIcon, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun, IconSunMoon } from "@tabler/icons-react";
import { useStrings } from "@/lib/i18n";

const NEXT: Record<MantineColorScheme, MantineColorScheme> = {
  auto: "light",
  light: "dark",
  dark: "auto",
};
const ICONS = { auto: IconSunMoon, light: IconSun, dark: IconMoon };

/** Goes round: the system's theme, light, dark. */
export function ThemeSwitch() {
  const { frame } = useStrings();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = ICONS[colorScheme];
  return (
    <ActionIcon
      aria-label={frame.theme[colorScheme]}
      data-tip={frame.theme[colorScheme]}
      onClick={() => setColorScheme(NEXT[colorScheme])}
    >
      <Icon size={18} />
    </ActionIcon>
  );
}
