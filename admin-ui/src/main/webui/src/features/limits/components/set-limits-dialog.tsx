import { Fieldset, SimpleGrid, Text, TextInput } from "@mantine/core";
import { AmountInput } from "@/components/ui/amount-input";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Loaded } from "@/components/ui/loaded";
import { ZoneInput } from "@/components/ui/zone-input";
import type { Limit, ScopeLimits } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { browserZone } from "@/lib/zone";
import { useLimits, useSetLimits, type Limited } from "../api";
import { PERIODS, RATES, setLimitsOf, type LimitPeriod } from "../limits-form";
import { shareOf } from "../shares";

interface SetLimitsDialogProps {
  of: Limited;
  /** What people call it. */
  name: string;
  onClose: () => void;
}

/** All limits of one thing at once; an emptied amount takes its limit away. */
export function SetLimitsDialog(props: SetLimitsDialogProps) {
  const { limits: text } = useAllStrings();
  const shown = useNames();
  const limits = useLimits(props.of);
  return (
    <Dialog title={text.set.title(shown(props.name))} onClose={props.onClose}>
      <Loaded query={limits} height={420}>
        {(set) => <LimitsForm set={set} {...props} />}
      </Loaded>
    </Dialog>
  );
}

function LimitsForm(props: SetLimitsDialogProps & { set: ScopeLimits }) {
  const { of, name, set, onClose } = props;
  const { limits } = useAllStrings();
  const text = limits.set;
  const shown = useNames();
  return (
    <Form
      submit={text.submit}
      call={useSetLimits(of)}
      read={(form) => setLimitsOf(form, set.version)}
      done={() => text.done(shown(name))}
      onDone={onClose}
      onCancel={onClose}
    >
      <Text size="sm">{text.hint}</Text>
      {PERIODS.map((period) => (
        <LimitFields
          key={period}
          period={period}
          set={set.limits.find((limit) => limit.period === period)}
        />
      ))}
      <RateFields set={set.rates} />
    </Form>
  );
}

function RateFields({ set }: { set: ScopeLimits["rates"] }) {
  const { limits } = useAllStrings();
  return (
    <Fieldset legend={limits.rates.title}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {RATES.map((rate) => (
          <TextInput
            key={rate}
            name={rate}
            label={limits.rates[rate]}
            defaultValue={set[rate] ?? ""}
            inputMode="numeric"
            pattern="[1-9]\d{0,11}"
            title={limits.rates.wrong}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}

function LimitFields({ period, set }: { period: LimitPeriod; set: Limit | undefined }) {
  const { keys, limits } = useAllStrings();
  const text = limits.set;
  const shares = set ? set.thresholds.map((ratio) => shareOf(ratio).replace(" %", "")) : ["80"];
  return (
    <Fieldset legend={keys.period[period]}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <AmountInput
          name={`amount_${period}`}
          label={text.amount}
          defaultValue={set?.amount}
          first={period === PERIODS[0]}
        />
        {period !== "total" && (
          <ZoneInput
            name={`zone_${period}`}
            label={text.zone}
            defaultValue={set?.zone ?? browserZone}
          />
        )}
        <TextInput
          name={`thresholds_${period}`}
          label={text.thresholds}
          defaultValue={shares.join(", ")}
          pattern="\s*\d{1,3}(\.\d+)?(\s*,\s*\d{1,3}(\.\d+)?)*\s*"
          title={text.thresholdsWrong}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
