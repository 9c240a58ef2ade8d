import "@mantine/notifications/styles.css";
import { Notifications } from "@mantine/notifications";

export default function PageNotifications() {
  return <Notifications position="bottom-right" />;
}
