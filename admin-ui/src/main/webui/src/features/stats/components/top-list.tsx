import { Text } from "@mantine/core";
import { Money, Name, Quantity } from "@/components/ui/figure";
import { Card } from "@/components/ui/page/card";
import { Loaded } from "@/components/ui/loaded";
import type { BreakdownBy, BreakdownItem } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { formatShare } from "@/lib/quantity";
import { useBreakdown } from "../api";
import classes from "./top-list.module.css";

const LIMIT = 8;

/** The largest by cost with their shares, and the rest summed. */
export function TopList({ title, by }: { title: string; by: BreakdownBy }) {
  const { overview } = useStrings();
  const breakdown = useBreakdown(by, LIMIT);
  return (
    <Card title={title}>
      <Loaded query={breakdown} height={220}>
        {({ items, rest }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {overview.empty.title}
            </Text>
          ) : (
            <TopTable
              caption={title}
              items={items}
              rest={rest && rest.requests > 0 ? rest : null}
              unnamed={by === "domain" ? overview.noDomain : "–"}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

interface TopTableProps {
  caption: string;
  items: BreakdownItem[];
  rest: Omit<BreakdownItem, "id" | "label"> | null;
  unnamed: string;
}

function TopTable({ caption, items, rest, unnamed }: TopTableProps) {
  const { overview } = useStrings();
  return (
    <table className={classes.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{overview.name}</th>
          <th scope="col">{overview.requests}</th>
          <th scope="col">{overview.cost}</th>
          <th scope="col">{overview.share}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} label={item.label || unnamed} named={item.label !== ""} />
        ))}
        {rest && <Row item={rest} label={overview.rest} named={false} />}
      </tbody>
    </table>
  );
}

function Row(props: { item: TopTableProps["rest"] & object; label: string; named: boolean }) {
  const { item, label, named } = props;
  const { common, locale } = useStrings();
  const share = Number(item.share);
  return (
    <tr>
      <th scope="row">
        <span className={classes.bar} style={{ width: `${share * 100}%` }} />
        <span className={classes.label}>{named ? <Name>{label}</Name> : label}</span>
      </th>
      <td>
        <Quantity value={item.requests} />
      </td>
      <td>
        <Money amount={item.cost} provenance="gateway" unknownBecause={common.unpriced} />
      </td>
      <td>{formatShare(share, locale)}</td>
    </tr>
  );
}
