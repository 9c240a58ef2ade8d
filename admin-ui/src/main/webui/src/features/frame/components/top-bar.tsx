import { Burger } from "@mantine/core";
import { useMatches } from "@tanstack/react-router";
import type { Me } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { RangePicker } from "../range";
import { PaletteButton } from "./palette-button";
import { LiveDot } from "./live-dot";
import { PrivacySwitch } from "./privacy-switch";
import { ThemeSwitch } from "./theme-switch";
import { UserMenu } from "./user-menu";
import { WorkspaceSwitcher } from "./workspace-switcher";
import classes from "../frame.module.css";

interface TopBarProps {
  me: Me;
  railOpen: boolean;
  onToggleRail: () => void;
}

export function TopBar({ me, railOpen, onToggleRail }: TopBarProps) {
  const { frame } = useStrings();
  const ranged = useMatches({ select: (matches) => matches.some((one) => one.staticData.ranged) });
  return (
    <div className={classes.bar}>
      <Burger
        hiddenFrom="sm"
        size="sm"
        opened={railOpen}
        onClick={onToggleRail}
        aria-label={frame.toggleNavigation}
      />
      <WorkspaceSwitcher workspaces={me.workspaces} />
      <PaletteButton />
      <div className={classes.spacer} />
      {ranged && <RangePicker />}
      <LiveDot />
      <PrivacySwitch />
      <ThemeSwitch />
      <UserMenu me={me} />
    </div>
  );
}
