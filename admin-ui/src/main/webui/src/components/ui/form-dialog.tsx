import { Dialog } from "./dialog";
import { Form, type FormProps } from "./form";

interface FormDialogProps extends Omit<FormProps, "onCancel"> {
  title: string;
  onClose: () => void;
}

/** A dialog that is one form. */
export function FormDialog({ title, onClose, ...form }: FormDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onCancel={onClose} {...form} />
    </Dialog>
  );
}
