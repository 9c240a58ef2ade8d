import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment, Name, Quantity } from "@/components/ui/figure";
import { DetailDrawer } from "@/components/ui/page/detail";
import { DataTable, RowButton, type Column } from "@/components/ui/table";
import type { RawResponse } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { useAnswers } from "../api";
import { useAccountNames } from "../use-account-names";
import { AnswerDetail } from "./answer-detail";
import { AnswerStatus } from "./answer-status";
import { AccountChoice } from "./history-filters";

const route = getRouteApi("/providers/history");

/** What providers answered to polls; the texts are read one by one. */
export function AnswerList() {
  const { common, providers } = useAllStrings();
  const text = providers.past;
  const { account, open } = route.useSearch();
  const navigate = route.useNavigate();
  const answers = useAnswers(account);
  const nameOf = useAccountNames();
  const columns = useMemo(() => {
    const look = ({ id }: RawResponse) =>
      void navigate({ search: (before) => ({ ...before, open: id }) });
    return columnsOf(text, nameOf, look);
  }, [text, nameOf, navigate]);
  return (
    <>
      <DataTable
        name="provider-answers"
        caption={text.answers}
        columns={columns}
        list={answers}
        idOf={({ id }) => id}
        selected={open}
        onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
        toolbar={<AccountChoice />}
        maxHeight="calc(100dvh - 300px)"
        empty={account ? <EmptyState title={common.noMatch} /> : <EmptyState {...text.noAnswers} />}
      />
      <DetailDrawer
        label={text.answers}
        id={open}
        onClose={() => void navigate({ search: (before) => ({ ...before, open: undefined }) })}
      >
        {open && <AnswerDetail id={open} />}
      </DetailDrawer>
    </>
  );
}

function columnsOf(
  text: Strings["providers"]["past"],
  nameOf: (id: string) => string,
  look: (answer: RawResponse) => void,
): Column<RawResponse>[] {
  return [
    {
      id: "asked",
      header: text.asked,
      fixed: true,
      cell: (answer) => (
        <RowButton onOpen={() => look(answer)}>
          {answer.method} {withoutQuery(answer.path)}
        </RowButton>
      ),
    },
    {
      id: "status",
      header: text.status,
      cell: ({ status }) => <AnswerStatus status={status} />,
    },
    {
      id: "account",
      header: text.account,
      cell: ({ account_id }) => <Name>{nameOf(account_id)}</Name>,
    },
    {
      id: "bytes",
      header: text.bytes,
      numeric: true,
      cell: ({ bytes }) => <Quantity value={bytes} />,
    },
    {
      id: "took",
      header: text.took,
      numeric: true,
      cell: ({ took_ms }) => <Quantity value={took_ms} />,
    },
    { id: "at", header: text.at, cell: ({ at }) => <Moment at={at} /> },
  ];
}

/** The whole of it is in the drawer. */
const withoutQuery = (path: string) => path.split("?")[0];
