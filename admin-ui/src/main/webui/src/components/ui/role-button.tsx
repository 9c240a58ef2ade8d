import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import type { Role } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useWorkspace } from "@/lib/workspace";

interface RoleButtonProps extends ButtonProps {
  role: Role;
  onClick: () => void;
  children: ReactNode;
}

/** For whoever has the role; for others it says why not, also to the keyboard, which skips disabled buttons. */
export function RoleButton({ role, onClick, ...props }: RoleButtonProps) {
  const { common } = useStrings();
  const { may } = useWorkspace();
  return may(role) ? (
    <Button onClick={onClick} {...props} />
  ) : (
    <Button data-disabled aria-disabled data-tip={common.forbidden(role)} {...props} />
  );
}
