import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useStrings } from "@/lib/i18n";

interface DialogProps {
  opened?: boolean;
  title: string;
  size?: "sm" | "lg";
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ opened = true, title, size = "lg", onClose, children }: DialogProps) {
  const { common } = useStrings();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ "aria-label": common.close }}
    >
      {children}
    </Modal>
  );
}
