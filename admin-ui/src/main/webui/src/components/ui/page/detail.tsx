import { Divider, Drawer, Group, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useStrings } from "@/lib/i18n";
import { TextLink } from "../links";
import type { DetailRoute } from "../table/row-link";
import { useDocumentTitle } from "./list-page";

interface DetailProps {
  title: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** What is known of one thing: name, state, actions, then its parts. */
export function Detail({ title, badge, actions, children }: DetailProps) {
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={1}>{title}</Title>
          {badge}
        </Group>
        <Group gap="xs">{actions}</Group>
      </Group>
      {children}
    </Stack>
  );
}

/** A glance at one thing beside its list. */
export function DetailDrawer(props: DetailDrawerProps) {
  const { common } = useStrings();
  const { label, to, id, beneath = false, onClose, children } = props;
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      closeOnEscape={!beneath}
      position="right"
      size="lg"
      title={label}
      closeButtonProps={{ "aria-label": common.close }}
    >
      {id && (
        <>
          {children}
          {to && (
            <>
              <Divider my="md" />
              <TextLink to={to} params={{ id }}>
                {common.openPage}
              </TextLink>
            </>
          )}
        </>
      )}
    </Drawer>
  );
}

interface DetailDrawerProps {
  label: string;
  /** The thing's own page, where it has one. */
  to?: DetailRoute;
  /** What is looked at; undefined while the drawer is closed. */
  id: string | undefined;
  /** A dialog is open over it: Escape is for that one. */
  beneath?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The same on a page of its own, with the way back to the list. */
export function DetailPage(props: {
  list: "/keys" | "/nodes" | "/leases";
  /** Which of the list's tabs it is in, if not the first. */
  tab?: "accounts";
  label: string;
  children: ReactNode;
}) {
  useDocumentTitle(props.label);
  return (
    <Stack gap="md" maw={960}>
      <TextLink to={props.list} search={props.tab && { tab: props.tab }}>
        {props.label}
      </TextLink>
      {props.children}
    </Stack>
  );
}

/** One part of a detail. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{title}</Title>
      {children}
    </Stack>
  );
}
