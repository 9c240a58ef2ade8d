import { Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useStrings } from "@/lib/i18n";
import { PAGES } from "../pages";
import { Mark } from "./mark";
import classes from "../frame.module.css";

export function LeftRail({ onNavigate }: { onNavigate: () => void }) {
  const { frame } = useStrings();
  return (
    <nav aria-label={frame.navigation} className={classes.rail}>
      <Group gap={8} h={47} px="sm">
        <Mark />
        <Text fw={650}>Leasehold</Text>
      </Group>
      {PAGES.map(({ name, to, icon: Icon }) => (
        <Link
          key={name}
          to={to}
          activeOptions={{ exact: to === "/", includeSearch: false }}
          className={classes.entry ?? ""}
          onClick={onNavigate}
        >
          <Icon size={16} stroke={1.75} aria-hidden />
          {frame.pages[name]}
        </Link>
      ))}
    </nav>
  );
}
