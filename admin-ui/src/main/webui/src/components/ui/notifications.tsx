import "@mantine/notifications/styles.css";
import { MantineThemeProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useStrings } from "../../lib/i18n";

export default function PageNotifications() {
  const { common } = useStrings();
  const closeButtonProps = { "aria-label": common.close };
  return (
    <MantineThemeProvider
      inherit
      theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}
    >
      <Notifications position="bottom-right" />
    </MantineThemeProvider>
  );
}
