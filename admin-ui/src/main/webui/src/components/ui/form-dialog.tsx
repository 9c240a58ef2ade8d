import { Dialog } from "./dialog";
import { Form, type FormProps } from "./form";

interface FormDialogProps<V, R> extends Omit<FormProps<V, R>, "onCancel" | "onDone"> {
  title: string;
  /** What comes then, if it is not closed. */
  onDone?: (answer: R) => void;
  onClose: () => void;
}

/** A dialog that is one form. */
export function FormDialog<V, R>(props: FormDialogProps<V, R>) {
  const { title, onDone, onClose, ...form } = props;
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onDone={onDone ?? onClose} onCancel={onClose} {...form} />
    </Dialog>
  );
}
