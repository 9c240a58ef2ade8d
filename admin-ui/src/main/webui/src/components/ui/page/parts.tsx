import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";

interface PartsProps<First extends string, Part extends string> {
  /** What each is called, in their order. */
  names: Record<First | Part, string>;
  /** The one that is looked at unless another was chosen. */
  first: First;
  chosen: Part | undefined;
  onChoose: (part: Part | undefined) => void;
  shown: Record<First | Part, ReactNode>;
}

/** The parts of a detail as tabs; a part is asked for when it is looked at. */
export function Parts<First extends string, Part extends string>(props: PartsProps<First, Part>) {
  const { names, first, chosen, onChoose, shown } = props;
  const all = Object.keys(names) as (First | Part)[];
  const choose = (name: string | null) => {
    const part = all.find((one) => one === name);
    onChoose(part === first ? undefined : (part as Part | undefined));
  };
  return (
    <Tabs value={chosen ?? first} keepMounted={false} onChange={choose}>
      <Tabs.List mb="md">
        {all.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {names[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {all.map((one) => (
        <Tabs.Panel key={one} value={one}>
          {shown[one]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
