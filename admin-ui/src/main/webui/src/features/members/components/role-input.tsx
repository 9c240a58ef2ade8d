import { Radio, Stack } from "@mantine/core";
import { optionsOf } from "@/components/ui/filters";
import type { MemberRole } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";

interface RoleInputProps {
  value: MemberRole;
  onChange: (role: MemberRole) => void;
  error?: string;
}

/** The roles, each with what it allows. */
export function RoleInput({ value, onChange, error }: RoleInputProps) {
  const { members } = useAllStrings();
  const options = optionsOf(members.roles);
  const choose = (chosen: string) => {
    const found = options.find((option) => option.value === chosen);
    if (found) {
      onChange(found.value);
    }
  };
  return (
    <Radio.Group label={members.role} value={value} onChange={choose} error={error}>
      <Stack gap="xs" mt={4}>
        {options.map((option) => (
          <Radio key={option.value} {...option} description={members.may[option.value]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
