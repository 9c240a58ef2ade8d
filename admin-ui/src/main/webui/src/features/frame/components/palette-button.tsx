import { Kbd, Loader, UnstyledButton } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useStrings } from "@/lib/i18n";
import classes from "../frame.module.css";

const Palette = lazy(() => import("../palette"));

/** Opens the palette, as do `/` and Ctrl-K; it is loaded when it is first wanted. */
export function PaletteButton() {
  const { frame } = useStrings();
  const [opened, palette] = useDisclosure(false);
  useHotkeys([
    ["/", palette.open],
    ["mod+K", palette.open],
  ]);
  return (
    <>
      <UnstyledButton
        className={classes.search}
        onClick={palette.open}
        aria-label={frame.palette.open}
      >
        <IconSearch size={14} aria-hidden />
        <span className={classes.wide}>{frame.palette.open}</span>
        <Kbd size="xs" className={classes.wide} ml="auto">
          /
        </Kbd>
      </UnstyledButton>
      {opened && (
        <Suspense fallback={<Loader size="xs" />}>
          <Palette onClose={palette.close} />
        </Suspense>
      )}
    </>
  );
}
