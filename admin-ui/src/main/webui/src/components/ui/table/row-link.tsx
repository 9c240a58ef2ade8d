import type { MouseEvent, ReactNode } from "react";
import { TextLink } from "../links";

/** The pages of single things. */
export type DetailRoute = "/keys/$id" | "/accounts/$id" | "/nodes/$id" | "/leases/$id";

interface RowLinkProps {
  /** The thing's own page, for a new tab. */
  to: DetailRoute;
  id: string;
  /** The glance beside the list. */
  onOpen: () => void;
  children: ReactNode;
}

/** What names a row: a plain click opens the drawer, a middle or modified click the page. */
export function RowLink({ to, id, onOpen, children }: RowLinkProps) {
  const open = (event: MouseEvent) => {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      onOpen();
    }
  };
  return (
    <TextLink to={to} params={{ id }} onClick={open} c="inherit" fw={500}>
      {children}
    </TextLink>
  );
}
