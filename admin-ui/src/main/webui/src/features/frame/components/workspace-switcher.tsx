import { NativeSelect } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { Me } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useNames } from "@/lib/privacy";
import { useWorkspace } from "@/lib/workspace";
import classes from "../frame.module.css";

/** Another workspace is another world: page and range stay, filters and what is open do not. */
export function WorkspaceSwitcher({ workspaces }: Pick<Me, "workspaces">) {
  const { frame } = useStrings();
  const { slug } = useWorkspace();
  const shown = useNames();
  const navigate = useNavigate();
  return (
    <NativeSelect
      aria-label={frame.workspace}
      className={classes.workspace}
      size="xs"
      value={slug}
      data={workspaces.map((one) => ({ value: one.slug, label: shown(one.name) }))}
      onChange={(event) =>
        void navigate({
          to: ".",
          search: ({ range }) => ({ range, workspace: event.currentTarget.value }),
        })
      }
    />
  );
}
