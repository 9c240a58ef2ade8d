import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Choice, Search } from "@/components/ui/filters";
import { Loading } from "@/components/ui/loading";
import { DetailDrawer } from "@/components/ui/page/detail";
import { DataTable, RowButton, type Column } from "@/components/ui/table";
import type { ModelPrice } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { PROVIDERS, providerName } from "@/lib/providers";
import { usePrices } from "../api";
import type { PricedClass } from "../classes";
import { ModelPriceDetail } from "./model-price-detail";
import { Price } from "./price";

const route = getRouteApi("/costs/prices");

const idOf = ({ provider, model }: ModelPrice) => `${provider}/${model}`;

/** The price book as it holds in this workspace; the service filters. */
export function PriceBook() {
  const { common, prices: text } = useAllStrings();
  const { provider, model, open } = route.useSearch();
  const navigate = route.useNavigate();
  const prices = usePrices({ provider, model });
  const show = (of: ModelPrice | undefined) =>
    void navigate({ search: (before) => ({ ...before, open: of && idOf(of) }) });
  const columns = useMemo(() => {
    const look = (of: ModelPrice) =>
      void navigate({ search: (before) => ({ ...before, open: idOf(of) }) });
    return columnsOf(text, look);
  }, [text, navigate]);
  const opened = prices.rows?.find((row) => idOf(row) === open);
  return (
    <>
      <DataTable
        name="prices"
        caption={text.book}
        columns={columns}
        list={prices}
        idOf={idOf}
        selected={open}
        onOpen={show}
        toolbar={<PriceFilters />}
        maxHeight="calc(100dvh - 300px)"
        empty={
          (provider ?? model) ? (
            <EmptyState title={common.noMatch} />
          ) : (
            <EmptyState {...text.noBook} />
          )
        }
      />
      <DetailDrawer label={text.title} id={open} onClose={() => show(undefined)}>
        {opened ? (
          <ModelPriceDetail of={opened} />
        ) : prices.rows ? (
          <EmptyState {...text.notListed} />
        ) : (
          <Loading height={260} />
        )}
      </DetailDrawer>
    </>
  );
}

function PriceFilters() {
  const { prices: text } = useAllStrings();
  const { provider, model } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (change: { provider?: string; model?: string }) =>
    void navigate({
      search: (before) => ({ ...before, ...change, open: undefined }),
      replace: true,
    });
  return (
    <>
      <Search
        label={text.modelAsNamed}
        value={model}
        onChange={(typed) => narrow({ model: typed })}
      />
      <Choice
        label={text.provider}
        value={provider}
        options={PROVIDERS}
        onChange={(chosen) => narrow({ provider: chosen })}
      />
    </>
  );
}

function columnsOf(text: Strings["prices"], look: (of: ModelPrice) => void): Column<ModelPrice>[] {
  const price = (one: PricedClass, hidden = false): Column<ModelPrice> => ({
    id: one,
    header: text.classes[one],
    numeric: true,
    hidden,
    cell: ({ prices }) => <Price of={one} price={prices[one]} />,
  });
  return [
    {
      id: "model",
      header: text.model,
      fixed: true,
      cell: (row) => <RowButton onOpen={() => look(row)}>{row.model}</RowButton>,
    },
    {
      id: "provider",
      header: text.provider,
      cell: ({ provider }) => providerName(provider),
    },
    price("input"),
    price("output"),
    price("cache_read"),
    price("cache_write5m", true),
    price("cache_write1h", true),
    price("reasoning", true),
    price("web_search", true),
    {
      id: "overridden",
      header: text.whose,
      cell: ({ overridden }) => (overridden ? text.ours : text.theirs),
    },
  ];
}
