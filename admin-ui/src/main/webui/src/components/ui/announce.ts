import { notifications } from "@mantine/notifications";

/** Says that something was done, where the page alone would not show it. */
export function announceDone(message: string): void {
  notifications.show({ color: "green", message });
}
