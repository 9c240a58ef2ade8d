import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCalendar } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { customRange, spanOf, type RangeChoice, type Span } from "@/lib/range";
import { useStrings } from "@/lib/i18n";
import { formatSpan } from "@/lib/time";
import { browserZone } from "@/lib/zone";

/** Loaded when it is first wanted. */
const CustomRangeDialog = lazy(() => import("./custom-range-dialog"));

interface CustomRangeButtonProps {
  choice: RangeChoice;
  onChoose: (choice: RangeChoice) => void;
}

/** Says which time a custom range is, and leads to choosing one. */
export function CustomRangeButton({ choice, onChoose }: CustomRangeButtonProps) {
  const { frame, locale } = useStrings();
  const [opened, dialog] = useDisclosure(false);
  const span = spanOf(choice);
  const told = span && formatSpan(span, browserZone, locale);
  const choose = (chosen: Span) => {
    dialog.close();
    onChoose(customRange(chosen));
  };
  return (
    <>
      <Button
        variant={span ? "light" : "default"}
        size="compact-sm"
        h={30}
        fw={500}
        aria-label={told && `${frame.custom.choose}: ${told}`}
        leftSection={<IconCalendar size={14} aria-hidden />}
        onClick={dialog.open}
      >
        {told ?? frame.custom.label}
      </Button>
      {opened && (
        <Suspense>
          <CustomRangeDialog span={span} onChoose={choose} onClose={dialog.close} />
        </Suspense>
      )}
    </>
  );
}
