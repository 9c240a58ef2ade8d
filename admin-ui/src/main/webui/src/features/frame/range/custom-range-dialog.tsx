import { Button, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Form, type Call } from "@/components/ui/form";
import { readForm } from "@/lib/form";
import { useStrings } from "@/lib/i18n";
import { PRESETS, spanOfPreset } from "@/lib/presets";
import { LONGEST, type Span } from "@/lib/range";
import { toWallClock } from "@/lib/time";
import { browserZone } from "@/lib/zone";

interface CustomRangeDialogProps {
  /** The one that is shown now. */
  span: Span | undefined;
  onChoose: (span: Span) => void;
  onClose: () => void;
}

/** The usual calendar spans at a click, any other by its two ends. */
export default function CustomRangeDialog({ span, onChoose, onClose }: CustomRangeDialogProps) {
  const { frame } = useStrings();
  const text = frame.custom;
  return (
    <Dialog title={text.choose} size="sm" onClose={onClose}>
      <Stack>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
          {PRESETS.map((preset) => (
            <Button
              key={preset}
              variant="default"
              onClick={() => onChoose(spanOfPreset(preset, Date.now(), browserZone))}
            >
              {text.presets[preset]}
            </Button>
          ))}
        </SimpleGrid>
        <EndsForm span={span} onChoose={onChoose} onClose={onClose} />
      </Stack>
    </Dialog>
  );
}

function EndsForm({ span, onChoose, onClose }: CustomRangeDialogProps) {
  const { frame } = useStrings();
  const text = frame.custom;
  const [error, setError] = useState<string>();
  const [initial] = useState(() => span ?? spanOfPreset("today", Date.now(), browserZone));
  /** No service is asked. */
  const choosing: Call<Span, Span> = {
    isPending: false,
    error: null,
    mutate: (chosen, { onSuccess }) => {
      if (chosen.from >= chosen.to) {
        setError(text.backwards);
      } else if (chosen.to - chosen.from > LONGEST) {
        setError(text.tooLong);
      } else {
        onSuccess(chosen);
      }
    },
  };
  const end = { type: "datetime-local", step: 900, required: true } as const;
  return (
    <Form call={choosing} read={readSpan} onDone={onChoose} submit={text.apply} onCancel={onClose}>
      <TextInput
        name="from"
        label={text.from}
        description={frame.zone(browserZone)}
        defaultValue={toWallClock(initial.from)}
        error={error}
        {...end}
      />
      <TextInput name="to" label={text.to} defaultValue={toWallClock(initial.to)} {...end} />
    </Form>
  );
}

/** A time without a zone is one of the browser's, which is what `Date` makes of it. */
function readSpan(element: HTMLFormElement): Span {
  const form = readForm(element);
  return { from: Date.parse(form.required("from")), to: Date.parse(form.required("to")) };
}
