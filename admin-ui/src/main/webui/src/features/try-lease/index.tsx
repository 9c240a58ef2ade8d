import { SimpleGrid, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useRef } from "react";
import { Loaded } from "@/components/ui/loaded";
import { ListPage } from "@/components/ui/page/list-page";
import { useLease } from "@/features/leases/api";
import type { Lease } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useTrial } from "./api";
import { AnswerView } from "./components/answer-view";
import { TryForm } from "./components/try-form";
import classes from "./components/answer-view.module.css";

const route = getRouteApi("/try");

/** "Does this lease work, and what does a request through it cost and take?" */
export function TryPage() {
  const { tryLease: text } = useAllStrings();
  const { lease } = route.useSearch();
  return (
    <ListPage title={text.title}>
      <Text size="sm" c="dimmed" maw={720}>
        {text.about}
      </Text>
      {lease === undefined ? <Trying /> : <TryingLease key={lease} id={lease} />}
    </ListPage>
  );
}

function TryingLease({ id }: { id: string }) {
  const lease = useLease(id);
  return (
    <Loaded query={lease} height={420}>
      {(known) => <Trying lease={known} />}
    </Loaded>
  );
}

function Trying({ lease }: { lease?: Lease }) {
  const form = useRef<HTMLFormElement>(null);
  const { call, answer } = useTrial(form);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" className={classes.sides ?? ""}>
      <TryForm ref={form} lease={lease} call={call} />
      <AnswerView of={answer} pending={call.isPending} />
    </SimpleGrid>
  );
}
