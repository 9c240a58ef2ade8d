import { Text } from "@mantine/core";
import { TextLink } from "@/components/ui/links";
import type { ProviderUsage } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";

/** The providers that nothing is read of, because nobody has an account there. */
export function WithoutAccount({ of: providers }: { of: ProviderUsage[] }) {
  const { providers: text } = useAllStrings();
  const names = providers.filter(({ accounts }) => accounts.length === 0).map(({ name }) => name);
  return names.length === 0 ? null : (
    <Text size="sm" c="dimmed" mt="md">
      {text.withoutAccount(names.join(", "))}{" "}
      <TextLink to="/keys" search={{ tab: "accounts", action: "add-account" }} underline="always">
        {text.addAccount}
      </TextLink>
    </Text>
  );
}
