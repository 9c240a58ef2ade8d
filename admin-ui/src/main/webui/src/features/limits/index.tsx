import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/components/ui/empty-state";
import { Choice, optionsOf } from "@/components/ui/filters";
import { DetailDrawer } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { RoleButton } from "@/components/ui/role-button";
import { useAllStrings } from "@/lib/i18n/all";
import { readOne } from "@/lib/search";
import type { LimitAction } from "@/routes/limits";
import { useLimitWindows } from "./api";
import { ChooseLimitedDialog } from "./components/choose-limited-dialog";
import { LimitedDetail } from "./components/limited-detail";
import { LimitTable } from "./components/limit-table";
import { addressOf, limitedAt, SCOPES } from "./limited";

const route = getRouteApi("/limits");

/** Every limit there is with what was spent against it; those that will be hit first are on top. */
export function LimitsPage() {
  const { common, limits: text } = useAllStrings();
  const { scope, open, action } = route.useSearch();
  const navigate = route.useNavigate();
  const windows = useLimitWindows(scope);
  const act = (next: LimitAction) =>
    void navigate({ search: (before) => ({ ...before, action: next }) });
  const add = (
    <RoleButton role="admin" onClick={() => act("choose")}>
      {text.set.action}
    </RoleButton>
  );
  const of = limitedAt(open);
  return (
    <ListPage title={text.title} actions={add}>
      <LimitTable
        windows={windows}
        selected={open}
        onOpen={(chosen) =>
          void navigate({ search: (before) => ({ ...before, open: addressOf(chosen) }) })
        }
        toolbar={
          <Choice
            label={text.kind}
            value={scope}
            options={optionsOf(text.scopes).filter(({ value }) => readOne(SCOPES, value))}
            onChange={(chosen) =>
              void navigate({
                search: (before) => ({ ...before, scope: chosen }),
                replace: true,
              })
            }
          />
        }
        empty={
          scope ? (
            <EmptyState title={common.noMatch} />
          ) : (
            <EmptyState {...text.empty}>{add}</EmptyState>
          )
        }
      />
      <DetailDrawer
        label={text.title}
        id={of && open}
        beneath={action !== undefined}
        onClose={() => void navigate({ search: (before) => ({ ...before, open: undefined }) })}
      >
        {of && <LimitedDetail of={of} action={action} onAct={act} />}
      </DetailDrawer>
      {action === "choose" && (
        <ChooseLimitedDialog
          onChoose={(chosen) =>
            void navigate({
              search: (before) => ({ ...before, open: addressOf(chosen), action: "limits" }),
            })
          }
          onClose={() => act(undefined)}
        />
      )}
    </ListPage>
  );
}
