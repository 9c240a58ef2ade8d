import { ActionIcon, Text } from "@mantine/core";
import { IconLogout, IconUser } from "@tabler/icons-react";
import type { Me } from "@/lib/api/types";
import { LANGUAGES, useLanguage, useStrings, type Language } from "@/lib/i18n";
import { useWorkspace } from "@/lib/workspace";
import classes from "./user-menu.module.css";

/** The browser's own popover: it closes on Escape and on a click elsewhere by itself. */
export function UserMenu({ me }: { me: Me }) {
  const { frame: text } = useStrings();
  const { language, speak } = useLanguage();
  const { role } = useWorkspace();
  return (
    <>
      <ActionIcon aria-label={text.account} popoverTarget="account">
        <IconUser size={18} />
      </ActionIcon>
      <div id="account" popover="auto" className={classes.menu}>
        <Text size="sm" fw={600}>
          {me.name}
        </Text>
        <Text size="xs" c="dimmed">
          {me.username} · {me.platform_admin ? text.platformAdmin : role}
        </Text>
        <fieldset className={classes.part}>
          <legend>{text.language}</legend>
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <label key={code} lang={code}>
              <input
                type="radio"
                name="language"
                checked={code === language}
                onChange={() => speak(code as Language)}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <a href="/logout" className={classes.entry}>
          <IconLogout size={14} aria-hidden /> {text.signOut}
        </a>
      </div>
    </>
  );
}
