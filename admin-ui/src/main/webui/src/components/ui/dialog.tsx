import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useStrings } from "@/lib/i18n";

interface DialogProps {
  title: string;
  size?: "sm" | "lg";
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ title, size = "lg", onClose, children }: DialogProps) {
  const { common } = useStrings();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ "aria-label": common.close }}
    >
      {children}
    </Modal>
  );
}
