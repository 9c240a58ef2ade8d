import type { SpotlightActionGroupData } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useKeys } from "@/features/keys/api";
import { useNodes } from "@/features/nodes/api";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames, usePrivacy } from "@/lib/privacy";
import { useWorkspace } from "@/lib/workspace";
import { PAGES } from "../pages";

/** Everything the palette can go to; keys are looked for by the service, of which there may be many. */
export function useDestinations(text: string): SpotlightActionGroupData[] {
  const { frame, keys, discovery, tryLease } = useAllStrings();
  const { may } = useWorkspace();
  const shown = useNames();
  const navigate = useNavigate();
  const allKeys = useKeys({ text: text || undefined }).rows ?? [];
  const allNodes = useNodes({ text: text || undefined }).rows ?? [];
  const { hidden, toggle } = usePrivacy();
  const adding = [
    {
      id: "add-key",
      label: keys.add.action,
      onClick: () => void navigate({ to: "/keys", search: { action: "add-key" } }),
    },
    {
      id: "add-account",
      label: keys.addAccount.action,
      onClick: () =>
        void navigate({ to: "/keys", search: { tab: "accounts", action: "add-account" } }),
    },
  ] as const;
  const going = [
    {
      id: "try-lease",
      label: tryLease.title,
      onClick: () => void navigate({ to: "/try", search: {} }),
    },
    {
      id: "discovery",
      label: discovery.title,
      onClick: () => void navigate({ to: "/providers/discovery", search: {} }),
    },
  ];
  const privacy = {
    id: "privacy",
    label: hidden ? frame.privacy.on : frame.privacy.off,
    onClick: toggle,
  };
  return [
    {
      group: frame.palette.pages,
      actions: [
        ...PAGES.map(({ name, to }) => ({
          id: `page-${name}`,
          label: frame.pages[name],
          onClick: () => void navigate({ to }),
        })),
        ...going,
      ],
    },
    {
      group: frame.palette.keys,
      actions: allKeys.map(({ id, name, account_name, last4, tags }) => ({
        id,
        label: shown(name),
        description: `${shown(account_name)} · …${last4}`,
        keywords: tags,
        onClick: () => void navigate({ to: "/keys", search: { open: id } }),
      })),
    },
    {
      group: frame.palette.nodes,
      actions: allNodes.map(({ id, name }) => ({
        id,
        label: shown(name),
        onClick: () => void navigate({ to: "/nodes", search: { open: id } }),
      })),
    },
    { group: frame.palette.actions, actions: [...(may("admin") ? adding : []), privacy] },
  ];
}
